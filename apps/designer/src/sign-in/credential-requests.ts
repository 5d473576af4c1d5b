import { queryClient, restRequest, sessionOptions } from '../api/index.js';
import type { SecondStep } from './second-step.js';

export type LinkPurpose = 'invitation' | 'reset';

/** Whom a link in a mail belongs to. */
export interface LinkHolder {
  readonly email: string;
  readonly name: string;
  readonly org: string;
  readonly locale: string;
  readonly shortestPassword: number;
}

/** Null when the session is there; throws `ApiError` `UNAUTHENTICATED` when the two do not match. */
export async function signIn(email: string, password: string): Promise<SecondStep | null> {
  return finish(await post('/auth/sign-in', { email, password }));
}

/** The answer is the same whether there is such a person or not. */
export async function askReset(email: string): Promise<void> {
  await post('/auth/reset', { email });
}

/** Throws `ApiError` `NOT_FOUND` for a link that does not work any more. */
export async function lookLink(token: string, purpose: LinkPurpose): Promise<LinkHolder> {
  return (await post('/auth/link', { token, purpose })).json() as Promise<LinkHolder>;
}

/** Null when the session is there. */
export async function choosePassword(link: { readonly token: string; readonly purpose: LinkPurpose; readonly password: string; readonly name?: string }): Promise<SecondStep | null> {
  return finish(await post('/auth/password', link));
}

/** The page learns who is signed in now. */
export async function takeSession(): Promise<void> {
  await queryClient.fetchQuery({ ...sessionOptions, staleTime: 0 });
}

async function finish(response: Response): Promise<SecondStep | null> {
  if (response.status !== 204) return response.json() as Promise<SecondStep>;
  await takeSession();
  return null;
}

function post(path: string, body: object): Promise<Response> {
  return restRequest(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}
