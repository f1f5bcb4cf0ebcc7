/**
 * Words of the Tokens page, also in languages into which browsers translate it. They only ever help to refuse a token or
 * to show the way to one: what a token is, its own shape decides. A language that is not here loses that help.
 *
 * English: https://docs.dagster.io/deployment/dagster-plus/management/tokens. Others: what common translators make of it.
 */

/** Any of these words, in lower case, wherever they stand in a text. */
const anyOf = (words: string): RegExp =>
  new RegExp(
    words
      .trim()
      .split(/\s*\n\s*|\s*, /)
      .join('|'),
    'iu',
  );

/** That a token was revoked, as a state; not the word on a button that revokes one, where a language tells them apart. */
export const REVOKED = anyOf(`
  revoked, widerrufen, révoqué, revocad, revogad, revocat, ingetrokken, unieważnion, cofnięt, odvol[aá]n, zneplatněn
  återkalla[dt], tilbagekaldt, tilbakekalt, peruutet, kumot, visszavon, dicabut, [iİ]\\u0307?ptal edil, dirymwyd, đã bị thu hồi
  отозван, відклика, отменен, ανακληθ, ανακλημέν
  取り消, 失効, 撤销, 撤銷, 已吊销, 취소된, 취소됨, 해지된, 철회된, 폐기된
  ملغا, ملغى, إلغاؤ, أ[ُ]?لغي, لغو شده, מבוטל, שבוטל, निरस्त, रद्द किए, ถูกเพิกถอน
`);

/** That a token is valid. */
export const ACTIVE = anyOf(`
  \\bactive\\b, \\baktiv, \\bactif, \\bactiv[oa]s?\\b, \\bativ[oa]s?\\b, \\battiv[oi]\\b, \\bactieve?\\b, \\baktywn
  активн, дійсн, ενεργ, 有効, アクティブ, 有效, 活动, 活跃, 使用中, 활성, نشط, פעיל, सक्रिय, ใช้งานอยู่
`);

/** A token, or several. */
export const TOKEN = anyOf(`
  tok[ey]n, tocyn, jeton, gettone, belirte, токен, маркер, διακριτικ
  トークン, 令牌, 权杖, 權杖, 代币, 토큰, رمز, رموز, توکن, אסימו, टोकन, โทเค็น, mã thông báo
`);

/** Programs that run Dagster, which have tokens of their own. */
export const AGENT = anyOf('agent, агент, エージェント, 代理, 에이전트, وكيل, الوكلاء, סוכן, asiant');

/** That something is made anew, on the button that does it. */
export const CREATE = anyOf(`
  creat, erstellen, cr[ée]er, crear, criar, \\bcrea\\b, maken, utwórz, utworz, vytvo, skapa, opret, oluştur, creu
  созда, створ, δημιουργ, 作成, 创建, 建立, 생성, 만들, إنشاء, יציר, बनाएं, สร้าง
`);

/** How a page says whose tokens it lists: what it says, with the user's name, and the words for oneself in its place. */
interface ListedUser {
  readonly says: RegExp;
  readonly oneself: RegExp;
}

/** What a text must say to be one of {@link LISTED_USER}: most are none, and one question is quicker than all. */
export const MAY_LIST_USER = /manage|gesti|admin|gere|gér|für|behe|voor|zarz|управл|管理|관리|إدارة|yönet/;

export const LISTED_USER: readonly ListedUser[] = [
  { says: /^manage tokens for\b:? ?(.*)/, oneself: /\b(you|your|me)\b/ },
  {
    says: /^(?:verwalten sie )?tokens? (?:verwalten )?für:? ?(.*)/,
    oneself: /\b(ihr|ihre|ihrem|sie|dein|deinem|konto)\b/,
  },
  { says: /^gérer les jetons pour:? ?(.*)/, oneself: /\b(vous|votre|vos|toi|ton|compte)\b/ },
  {
    says: /^(?:administrar|gestionar) (?:los )?tokens para:? ?(.*)/,
    oneself: /\b(usted|ti|su|tu|cuenta)\b|\btú/,
  },
  { says: /^gerenciar (?:os )?tokens para:? ?(.*)/, oneself: /\b(sua|seu|conta)\b|você/ },
  { says: /^gesti(?:sci|re) (?:i )?token per:? ?(.*)/, oneself: /\b(te|tu|tuo|lei|suo|account)\b/ },
  { says: /^(?:beheer )?tokens (?:beheren )?voor:? ?(.*)/, oneself: /\b(u|uw|je|jij|jouw|account)\b/ },
  { says: /^zarządzaj tokenami dla:? ?(.*)/, oneself: /\b(ciebie|ty)\b|twoje|kont/ },
  { says: /^управл(?:ение|ять) токенами для:? ?(.*)/, oneself: /\bвы\b|вас|ваш|учетн|учётн|аккаунт/ },
  { says: /^([^の]+?) ?(?:さん)?のトークンを管理/, oneself: /あなた|自分|アカウント/ },
  { says: /^管理 ?(.+?) ?的(?:令牌|权杖|權杖)/, oneself: /您|你|帐户|账户|帐号|账号|帳戶|帳號/ },
  { says: /^(.+?) ?(?:의|에 대한) 토큰 관리/, oneself: /귀하|당신|본인|계정/ },
  { says: /^إدارة الرموز(?: المميزة)? (?:الخاصة )?(?:بـ|لـ)[ ـ]?(.*)/, oneself: /أنت|حساب/ },
  { says: /^(.+?) için (?:jetonları|belirteçleri) yönet/, oneself: /\bsiz|hesab/ },
];
