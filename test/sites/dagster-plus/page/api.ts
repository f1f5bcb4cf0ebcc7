/** The app's own requests, with the session cookie. */
import type { TokenRow } from '../boot';

async function call<Answer>(path: string, body?: object): Promise<Answer> {
  const response = await fetch(path, body ? { method: 'POST', body: JSON.stringify(body) } : {});
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

export const listTokens = (): Promise<TokenRow[]> => call('/api/tokens');
export const createToken = (kind: TokenRow['kind']): Promise<TokenRow> => call('/api/tokens', { kind });
export const renameToken = (id: string, description: string): Promise<TokenRow> =>
  call(`/api/tokens/${id}`, { description });
export const revokeToken = (id: string): Promise<TokenRow> => call(`/api/tokens/${id}`, { revoked: true });
export const revealToken = async (id: string): Promise<string> =>
  (await call<{ value: string }>(`/api/tokens/${id}/reveal`)).value;
export const revealScimToken = async (): Promise<string> =>
  (await call<{ value: string }>('/api/scim-token')).value;
export const signIn = (email: string): Promise<{ location: string }> => call('/api/sign-in', { email });
export const signOut = (): Promise<object> => call('/api/sign-out', {});
