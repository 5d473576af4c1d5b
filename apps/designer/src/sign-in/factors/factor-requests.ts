import { startAuthentication, startRegistration, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { restRequest } from '../../api/index.js';

export interface TotpOffer {
  readonly secret: string;
  readonly uri: string;
  readonly svg: string;
}

export type CodeKind = 'totp' | 'recovery';

/** Throws `ApiError` `UNAUTHENTICATED` for a wrong code, and `BAD_REQUEST` with `reason: 'ticket'` when the time is over. */
export async function showCode(ticket: string, kind: CodeKind, code: string): Promise<void> {
  await post('/auth/factor', { ticket, kind, code });
}

/** Asks the browser for one of the person's passkeys; throws a `DOMException` like error when the person gives up. */
export async function showPasskey(ticket: string): Promise<void> {
  await post('/auth/factor', { ticket, kind: 'passkey', response: await answer(await post('/auth/passkey/options', { ticket })) });
}

/** A passkey that says whose it is, in place of the password. */
export async function signInByPasskey(): Promise<void> {
  await post('/auth/passkey', { response: await answer(await post('/auth/passkey/options', {})) });
}

export async function startTotpEnrolment(ticket: string): Promise<TotpOffer> {
  return ((await (await post('/auth/enrol', { ticket, kind: 'totp' })).json()) as { totp: TotpOffer }).totp;
}

/** The recovery codes, which are told this once. */
export async function confirmTotpEnrolment(ticket: string, code: string): Promise<readonly string[]> {
  return readCodes(await post('/auth/enrol/confirm', { ticket, kind: 'totp', code }));
}

/** The same. */
export async function enrolPasskey(ticket: string, name: string): Promise<readonly string[]> {
  const { passkey } = (await (await post('/auth/enrol', { ticket, kind: 'passkey' })).json()) as { passkey: PublicKeyCredentialCreationOptionsJSON };
  return readCodes(await post('/auth/enrol/confirm', { ticket, kind: 'passkey', name, response: await startRegistration({ optionsJSON: passkey }) }));
}

async function answer(options: Response) {
  return startAuthentication({ optionsJSON: (await options.json()) as PublicKeyCredentialRequestOptionsJSON });
}

async function readCodes(response: Response): Promise<readonly string[]> {
  return ((await response.json()) as { recoveryCodes: readonly string[] | null }).recoveryCodes ?? [];
}

function post(path: string, body: object): Promise<Response> {
  return restRequest(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}
