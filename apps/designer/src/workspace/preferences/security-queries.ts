import { startRegistration, type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { queryOptions } from '@tanstack/react-query';
import { metadataRequest, queryClient } from '../../api/index.js';
import type { TotpOffer } from '../../sign-in/factors/factor-requests.js';

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly synced: boolean;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly lastUsedAddress: string | null;
}

export interface OwnFactors {
  readonly totpSince: string | null;
  readonly recoveryCodesLeft: number;
  readonly required: boolean;
  /** From when the org will ask for one; null where it does already, or never. */
  readonly requiredFrom: string | null;
  readonly passkeys: readonly Passkey[];
}

const factorsKey = ['preferences', 'factors'] as const;

export const factorsOptions = queryOptions({
  queryKey: factorsKey,
  queryFn: async ({ signal }) => (await metadataRequest<{ factors: OwnFactors }>('query { factors { totpSince recoveryCodesLeft required requiredFrom passkeys { id name synced createdAt lastUsedAt lastUsedAddress } } }', {}, signal)).factors,
});

/** `password` where the sign-in is too old to do without; the server says when, and so below. */
export async function startTotp(password: string | null): Promise<TotpOffer> {
  return (await metadataRequest<{ startTotp: TotpOffer }>('mutation ($password: String) { startTotp(password: $password) { secret uri svg } }', { password })).startTotp;
}

/** The recovery codes with the first factor, else null. */
export function confirmTotp(code: string): Promise<readonly string[] | null> {
  return changing(async () => (await metadataRequest<{ confirmTotp: { recoveryCodes: readonly string[] | null } }>('mutation ($code: String!) { confirmTotp(code: $code) { recoveryCodes } }', { code })).confirmTotp.recoveryCodes);
}

export function removeTotp(password: string | null): Promise<unknown> {
  return changing(() => metadataRequest('mutation ($password: String) { removeTotp(password: $password) { required } }', { password }));
}

export function makeRecoveryCodes(password: string | null): Promise<readonly string[]> {
  return changing(async () => (await metadataRequest<{ makeRecoveryCodes: readonly string[] }>('mutation ($password: String) { makeRecoveryCodes(password: $password) }', { password })).makeRecoveryCodes);
}

/** Asks the browser for a new passkey. The recovery codes with the first factor, else null. */
export function addPasskey(name: string, password: string | null): Promise<readonly string[] | null> {
  return changing(async () => {
    const { startPasskey } = await metadataRequest<{ startPasskey: PublicKeyCredentialCreationOptionsJSON }>('mutation ($password: String) { startPasskey(password: $password) }', { password });
    const response = await startRegistration({ optionsJSON: startPasskey });
    return (await metadataRequest<{ addPasskey: { recoveryCodes: readonly string[] | null } }>('mutation ($name: String!, $response: JSON!) { addPasskey(name: $name, response: $response) { recoveryCodes } }', { name, response })).addPasskey.recoveryCodes;
  });
}

export function renamePasskey(id: string, name: string): Promise<unknown> {
  return changing(() => metadataRequest('mutation ($id: ID!, $name: String!) { renamePasskey(id: $id, name: $name) { id } }', { id, name }));
}

export function removePasskey(id: string, password: string | null): Promise<unknown> {
  return changing(() => metadataRequest('mutation ($id: ID!, $password: String) { removePasskey(id: $id, password: $password) { required } }', { id, password }));
}

export async function changePassword(current: string, next: string): Promise<void> {
  await metadataRequest('mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }', { current, next });
  await queryClient.invalidateQueries({ queryKey: ['setup', 'sessions'] });
}

async function changing<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const answer = await work();
  await queryClient.invalidateQueries({ queryKey: factorsKey });
  return answer;
}
