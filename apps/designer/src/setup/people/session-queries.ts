import { queryOptions } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export interface OpenSession {
  readonly id: string;
  readonly current: boolean;
  readonly method: 'PASSWORD' | 'PASSKEY' | 'OIDC';
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

export interface SignInEntry {
  readonly id: string;
  readonly at: string;
  readonly outcome: 'SIGNED_IN' | 'WRONG_PASSWORD' | 'WRONG_FACTOR' | 'REFUSED';
  readonly method: string;
  readonly factor: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
}

const SESSION = 'id current method address userAgent createdAt lastSeenAt expiresAt';
const ENTRY = 'id at outcome method factor address userAgent';

/** One's own without an id. */
export const sessionsOptions = (userId: string | undefined) => queryOptions({
  queryKey: ['setup', 'sessions', userId ?? 'own'], staleTime: 0,
  queryFn: async ({ signal }): Promise<readonly OpenSession[]> => (userId === undefined
    ? (await metadataRequest<{ sessions: OpenSession[] }>(`query { sessions { ${SESSION} } }`, {}, signal)).sessions
    : (await metadataRequest<{ userSessions: OpenSession[] }>(`query ($userId: ID!) { userSessions(userId: $userId) { ${SESSION} } }`, { userId }, signal)).userSessions),
});

/** One's own without an id; newest first. */
export const signInsOptions = (userId: string | undefined) => queryOptions({
  queryKey: ['setup', 'sign-ins', userId ?? 'own'], staleTime: 0,
  queryFn: async ({ signal }): Promise<readonly SignInEntry[]> => (userId === undefined
    ? (await metadataRequest<{ signIns: SignInEntry[] }>(`query { signIns(first: 100) { ${ENTRY} } }`, {}, signal)).signIns
    : (await metadataRequest<{ userSignIns: SignInEntry[] }>(`query ($userId: ID!) { userSignIns(userId: $userId, first: 100) { ${ENTRY} } }`, { userId }, signal)).userSignIns),
});

export function endSession(id: string, userId: string | undefined): Promise<unknown> {
  return metadataRequest('mutation ($id: ID!, $userId: ID) { endSession(id: $id, userId: $userId) }', { id, ...(userId !== undefined && { userId }) });
}

export function endSessions(userId: string | undefined): Promise<unknown> {
  return metadataRequest('mutation ($userId: ID) { endSessions(userId: $userId) }', { ...(userId !== undefined && { userId }) });
}
