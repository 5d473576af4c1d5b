import type { SetupArea } from '@guanxi/metadata';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ApiError } from './api-error.js';
import { queryClient } from './query-client.js';
import { metadataRequest, restRequest } from './request.js';

export interface Session {
  readonly user: { readonly id: string; readonly name: string; readonly email: string; readonly locale: string; readonly timeZone: string };
  readonly org: { readonly id: string; readonly name: string; readonly currency: string; readonly timeZone: string; /** Of a sandbox: the id of the org it was copied from. */ readonly sandboxOf?: string | null };
  /** May do everything. */
  readonly isAdmin: boolean;
  /** The parts of Setup that may be used; all of them for an admin. */
  readonly setupAreas: readonly SetupArea[];
  readonly permissionSets: readonly string[];
}

const sessionQuery = `query { session {
  user { id name email locale timeZone } org { id name currency timeZone sandboxOf } isAdmin setupAreas permissionSets
} }`;

export const sessionOptions = {
  queryKey: ['session'] as const,
  queryFn: ({ signal }: { readonly signal?: AbortSignal }) => fetchSession(signal),
  // Asked again only by signing in: an answer of null in between would take the page, and the form on it, away.
  staleTime: Number.POSITIVE_INFINITY,
};

/** The session, or null when nobody is signed in. */
export async function fetchSession(signal?: AbortSignal): Promise<Session | null> {
  try {
    return (await metadataRequest<{ session: Session | null }>(sessionQuery, {}, signal)).session;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') return null;
    throw error;
  }
}

export function useSessionQuery(): UseQueryResult<Session | null> {
  return useQuery(sessionOptions);
}

/** The signed-in person; only inside `/app` and `/setup`, whose routes let nobody else in. */
export function useSession(): Session {
  const { data } = useSessionQuery();
  if (!data) throw new Error('useSession is called where nobody is signed in.');
  return data;
}

export async function signOut(): Promise<void> {
  await restRequest('/auth/sign-out', { method: 'POST' });
  queryClient.clear();
}
