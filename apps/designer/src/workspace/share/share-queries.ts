import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export type PartyKind = 'USER' | 'ROLE' | 'BELOW' | 'TEAM';
export type ShareAccess = 'READ' | 'EDIT';

export interface PartyKey { readonly kind: PartyKind; readonly id: string }

interface Person { readonly id: string; readonly name: string }

export interface RecordShare {
  readonly id: string;
  readonly with: PartyKey & { readonly name: string; readonly present: boolean };
  readonly access: ShareAccess;
  readonly until: string | null;
  readonly reason: string | null;
  readonly by: Person | null;
  readonly at: string;
  readonly end: 'ENDED' | 'EXPIRED' | null;
  readonly endedAt: string | null;
  readonly endedBy: Person | null;
}

export interface RecordSharing {
  readonly mayShare: boolean;
  readonly refusal: string | null;
  readonly owner: Person | null;
  readonly default: 'private' | 'read' | 'edit' | 'parent';
  readonly throughRoles: boolean;
  readonly shares: readonly RecordShare[];
  readonly ended: readonly RecordShare[];
}

const shareFields = 'id with { kind id name present } access until reason by { id name } at end endedAt endedBy { id name }';
const sharingFields = `mayShare refusal owner { id name } default throughRoles shares { ${shareFields} } ended { ${shareFields} }`;

export interface RecordKey { readonly object: string; readonly recordId: string }

export const sharingOptions = ({ object, recordId }: RecordKey) => queryOptions({
  queryKey: ['record-shares', object, recordId],
  queryFn: async ({ signal }) => (await metadataRequest<{ recordShares: RecordSharing }>(`query ($object: String!, $recordId: ID!) { recordShares(object: $object, recordId: $recordId) { ${sharingFields} } }`, { object, recordId }, signal)).recordShares,
});

export interface NewShare { readonly with: readonly PartyKey[]; readonly access: ShareAccess; readonly until: string | null; readonly reason: string | null }

export function useShareRecord(key: RecordKey) {
  return useChange(key, (share: NewShare) => metadataRequest('mutation ($object: String!, $recordId: ID!, $with: [ShareWith!]!, $access: ShareAccess!, $until: DateTime, $reason: String) { shareRecord(object: $object, recordId: $recordId, with: $with, access: $access, until: $until, reason: $reason) { mayShare } }', { ...key, ...share }));
}

export function useEndShare(key: RecordKey) {
  return useChange(key, (id: string) => metadataRequest('mutation ($id: ID!) { endShare(id: $id) }', { id }));
}

function useChange<Input>({ object, recordId }: RecordKey, mutationFn: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['record-shares', object, recordId] }), client.invalidateQueries({ queryKey: ['timeline', object, recordId] })]) });
}

/** People, roles and teams that a record can be shared with. */
export const partiesOptions = queryOptions({
  queryKey: ['share-parties'], staleTime: 60_000,
  queryFn: async ({ signal }) => metadataRequest<{ users: readonly { readonly id: string; readonly name: string; readonly email: string; readonly active: boolean }[]; roles: readonly { readonly name: string; readonly title: string; readonly count: number; readonly countBelow: number }[]; teams: readonly { readonly name: string; readonly title: string; readonly count: number }[] }>(
    'query { users { id name email active } roles { name title count countBelow } teams { name title count } }', {}, signal),
});
