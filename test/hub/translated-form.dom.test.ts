/** The Hub's form after a browser has translated the page, and forms that are not certain enough to be offered so. */
import { afterEach, describe, expect, test } from 'vitest';
import { type MountedHub, mountHub, pressConnect } from '../sites/hub-in-page';
import { HUB_VERSIONS } from '../sites/hub-releases';
import { DETAILS } from './cases';
import { fillAsShown, look, lookAndFill, requestFor } from './look-and-fill';
import { plainForm } from './plain-form';

/** What browsers make of the labels; some words are left as they are. */
const LANGUAGES: readonly [string, readonly [string, string, string]][] = [
  ['German', ['Benutzertoken', 'Organisations-Slug', 'Bereitstellung']],
  ['French', ['Jeton utilisateur', "Slug de l'organisation", 'Déploiement']],
  ['Spanish', ['Token de usuario', 'Slug de la organización', 'Despliegue']],
  ['Portuguese', ['Token do usuário', 'Slug da organização', 'Implantação']],
  ['Italian', ['Token utente', "Slug dell'organizzazione", 'Distribuzione']],
  ['Dutch', ['Gebruikerstoken', 'Organisatie-slug', 'Deployment']],
  ['Polish', ['Token użytkownika', 'Slug organizacji', 'Wdrożenie']],
  ['Turkish', ['Kullanıcı Jetonu', 'Organizasyon kısa adı', 'Dağıtım']],
  ['Japanese', ['ユーザートークン', '組織のスラッグ', 'デプロイメント']],
  ['Korean', ['사용자 토큰', '조직 슬러그', '배포']],
  ['Chinese', ['用户令牌', '组织标识', '部署']],
  ['Arabic', ['رمز المستخدم', 'معرّف المنظمة', 'النشر']],
];

const OURS = ['User Token', 'Organization slug', 'Deployment'];

/** As a browser translates: each text becomes two nested `<font>` elements with other words. */
function translate(root: ShadowRoot, words: readonly string[]): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const at = OURS.indexOf(text.data.trim());
    if (at === -1) continue;
    const font = document.createElement('font');
    font.append(Object.assign(document.createElement('font'), { textContent: words[at] }));
    text.replaceWith(font);
  }
}

let hub: MountedHub | undefined;
afterEach(() => {
  hub?.unmount();
  hub = undefined;
  document.body.replaceChildren();
});

describe.each(HUB_VERSIONS)('Hub %s', (version) => {
  test.each(LANGUAGES)(
    'in %s names the fields in its own words, and is filled after that press only',
    async (_, words) => {
      hub = await mountHub({ version, component: 'webcomponent', scenario: 'dagster' });
      translate(hub.root, words);
      const [userToken, organizationSlug, deployment] = words;
      expect(look().forms).toMatchObject([{ translated: { userToken, organizationSlug, deployment } }]);
      expect(await lookAndFill()).toEqual({ kind: 'not-filled', reason: 'labels-translated' });
      expect(await lookAndFill({ allowTranslated: true })).toMatchObject({
        fields: { userToken: { result: 'filled' }, deployment: { result: 'filled' } },
      });
      await pressConnect(hub);
      expect(hub.api.accounts[0]?.credentials).toEqual({
        user_token: DETAILS.userToken,
        organization: DETAILS.organizationSlug,
        deployment: DETAILS.deployment,
      });
    },
  );
});

describe('a translated form is not offered', () => {
  const field = (label: string, attributes = '') =>
    `<div><label for="${label}">${label}</label><input id="${label}" ${attributes}></div>`;
  const fields = [field('Jeton', 'type="password"'), field('Identifiant'), field('Cible')];
  const header = (content: string) => `<div class="card-header">${content}</div>`;
  const LOGO = '<img alt="dagster">';

  const FORMS: readonly [string, { header?: string; fields: string }][] = [
    [
      'when only its name says that it is Dagster’s',
      { header: header('<span>Dagster</span>'), fields: fields.join('') },
    ],
    [
      'when a guide says that it is another’s',
      {
        header: header(`${LOGO}<a href="https://docs.stackone.com/connectors/astronomer/guides/x">?</a>`),
        fields: fields.join(''),
      },
    ],
    ['without a secret', { fields: [field('Jeton'), ...fields.slice(1)].join('') }],
    ['with two secrets', { fields: [...fields.slice(0, 2), field('Cible', 'type="password"')].join('') }],
    ['with a fourth field', { fields: [...fields, field('Autre')].join('') }],
    [
      'with a dropdown',
      { fields: [...fields.slice(0, 2), '<label>Cible <select></select></label>'].join('') },
    ],
    [
      'when two fields have the same words',
      {
        fields: [...fields.slice(0, 2), field('Identifiant').replaceAll('"Identifiant"', '"other"')].join(''),
      },
    ],
    [
      'when a key speaks against it',
      {
        fields: [
          fields[0],
          field('Identifiant', 'name="deployment"'),
          field('Cible', 'name="organization"'),
        ].join(''),
      },
    ],
    [
      'when a label that is known speaks against it',
      {
        fields: [field('Deployment', 'type="password"'), ...fields.slice(1)].join(''),
      },
    ],
  ];
  test.each(FORMS)('%s', (_, parts) => {
    plainForm(parts);
    expect(look().forms.filter(({ translated }) => translated)).toEqual([]);
  });

  test('outside of a shadow root', () => {
    document.body.innerHTML = `${header(LOGO)}<form>${fields.join('')}</form>`;
    expect(look().forms).toEqual([]);
  });

  test('but the same without any of that is', () => {
    plainForm({ fields: fields.join('') });
    expect(look().forms).toMatchObject([
      { translated: { userToken: 'Jeton', organizationSlug: 'Identifiant', deployment: 'Cible' } },
    ]);
  });

  test('a label that is known decides for its field', () => {
    plainForm({ fields: [fields[0], field('Deployment'), field('Identifiant')].join('') });
    expect(look().forms).toMatchObject([
      { translated: { organizationSlug: 'Identifiant', deployment: 'Deployment' } },
    ]);
  });
});

test('A form whose words change between look and fill is not filled', async () => {
  const form = plainForm({
    fields: ['Jeton" type="password', 'Identifiant', 'Cible']
      .map((label) => `<label>${label.split('"')[0]} <input name="${label}"></label>`)
      .join(''),
  });
  const shown = { ...requestFor(look()), allowTranslated: true };
  const label = form.root.querySelectorAll('label')[1]?.firstChild;
  if (label) label.nodeValue = 'Autre chose ';
  expect(await fillAsShown(shown)).toEqual({ kind: 'not-filled', reason: 'form-changed' });
});
