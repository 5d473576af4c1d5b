import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export const accessDeeds = ['READ', 'CREATE', 'EDIT', 'DELETE', 'IMPORT', 'EXPORT'] as const;
export type AccessDeed = (typeof accessDeeds)[number];

export interface AccessQuestion {
  readonly userId: string;
  readonly object: string;
  readonly deed: AccessDeed;
  readonly recordId?: string | null;
  readonly field?: string | null;
}

export interface AccessStep {
  readonly kind: string;
  readonly outcome: 'GRANTS' | 'REFUSES' | 'SILENT';
  readonly decides: boolean;
  readonly deed: AccessDeed;
  readonly depth: number;
  readonly sentence: string;
  readonly change: string | null;
  readonly link: { readonly kind: string; readonly name: string } | null;
}

export interface AccessExplanation {
  readonly allowed: boolean;
  readonly sentence: string;
  readonly steps: readonly AccessStep[];
  readonly missing: readonly string[];
  readonly ask: readonly { readonly id: string; readonly name: string }[];
}

const EXPLAIN = `query ($userId: ID!, $object: String!, $deed: AccessDeed!, $recordId: ID, $field: String) {
  explainAccess(userId: $userId, object: $object, deed: $deed, recordId: $recordId, field: $field) {
    allowed sentence missing ask { id name } steps { kind outcome decides deed depth sentence change link { kind name } }
  }
}`;

/** What is shared can change any moment: an answer is asked for anew each time it is looked at. */
export const explanationOptions = (question: AccessQuestion | null) => queryOptions({
  queryKey: ['access', 'explanation', question], enabled: question !== null, staleTime: 0, retry: false,
  queryFn: async ({ signal }) => (await metadataRequest<{ explainAccess: AccessExplanation }>(EXPLAIN, { ...question }, signal)).explainAccess,
});

export interface Seer { readonly user: { readonly id: string; readonly name: string }; readonly reason: string; readonly sentence: string; readonly edits: boolean }

const SEERS = `query ($object: String!, $recordId: ID!, $after: String) {
  whoCanSee(object: $object, recordId: $recordId, first: 50, after: $after) { totalCount after people { user { id name } reason sentence edits } }
}`;

export const seersOptions = (object: string, recordId: string) => infiniteQueryOptions({
  queryKey: ['access', 'seers', object, recordId], staleTime: 0, retry: false, initialPageParam: null as string | null,
  queryFn: async ({ pageParam, signal }) => (await metadataRequest<{ whoCanSee: { totalCount: number; after: string | null; people: Seer[] } }>(SEERS, { object, recordId, after: pageParam }, signal)).whoCanSee,
  getNextPageParam: ({ after }) => after,
});

export interface Assignment { readonly userId: string; readonly permissionSets?: readonly string[]; readonly role?: string | null; readonly teams?: readonly string[] }

/** What is about to be done: publishing the draft, or giving people something else. */
export interface PlannedAccess { readonly draft?: boolean; readonly people?: readonly Assignment[] }

export interface RecordCounts { readonly read: number; readonly edit: number }

export interface PersonChange {
  readonly user: { readonly id: string; readonly name: string };
  readonly setupGained: readonly string[];
  readonly setupLost: readonly string[];
  readonly objects: readonly { readonly object: string; readonly gains: readonly string[]; readonly losses: readonly string[]; readonly before: RecordCounts | null; readonly after: RecordCounts | null }[];
}

export interface AccessChange { readonly totalCount: number; readonly counted: boolean; readonly problems: readonly { readonly message: string }[]; readonly people: readonly PersonChange[] }

const CHANGE = `query ($draft: Boolean!, $people: [AccessAssignment!]) {
  accessChange(draft: $draft, people: $people, first: 50) {
    totalCount counted problems { message } people { user { id name } setupGained setupLost objects { object gains losses before { read edit } after { read edit } } }
  }
}`;

export const accessChangeOptions = (planned: PlannedAccess) => queryOptions({
  queryKey: ['access', 'change', planned], staleTime: 10_000, retry: false,
  queryFn: async ({ signal }) => (await metadataRequest<{ accessChange: AccessChange }>(CHANGE, { draft: planned.draft ?? false, people: planned.people ?? null }, signal)).accessChange,
});
