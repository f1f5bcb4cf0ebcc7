/**
 * The three values that link a Dagster+ account, and what makes each valid.
 */

/** The three values, exactly as the linking form wants them. */
export interface LinkDetails {
  /** `user:` and 32 lower-case hex digits, or (unusual) `user:` and a dashed UUID. A secret. */
  readonly userToken: string;
  /** The DNS label of the organization (`acme`), or `acme.eu` where the person chose that form. */
  readonly organizationSlug: string;
  /** The deployment's name as it stands in the address, decoded (`prod`). */
  readonly deployment: string;
}

export type DetailName = keyof LinkDetails;

/** In the order in which the linking form and the popup show them. */
export const DETAIL_NAMES = ['userToken', 'organizationSlug', 'deployment'] as const satisfies DetailName[];

const USER_TOKEN = /^user:[0-9a-f]{32}$/;
const UNUSUAL_USER_TOKEN = /^user:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DEPLOYMENT = /^[^\s/?#]{1,255}$/;

/** Whether `text` is a whole user token of the usual shape. */
export const isUserToken = (text: string): boolean => USER_TOKEN.test(text);

/** Whether `text` is a user token of the shape that EU organizations may have; to be confirmed by the person. */
export const isUnusualUserToken = (text: string): boolean => UNUSUAL_USER_TOKEN.test(text);

/** Whether `text` can be a deployment's name: one path segment without spaces. */
export const isDeployment = (text: string): boolean => DEPLOYMENT.test(text);

/** The token as it may stand on the screen: `user:••••` and its last four characters. */
export const maskToken = (token: string): string => `user:••••${token.slice(-4)}`;
