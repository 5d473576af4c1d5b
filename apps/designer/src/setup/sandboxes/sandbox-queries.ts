import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';
import { usePublishing, type PublishAnswer } from '../apps/apps-queries.js';
import { documentsKey, planFields } from '../documents/setup-queries.js';
import { mergeFields, type Choices, type MergeReview } from '../merge/merge-types.js';

export type SandboxState = 'WAITING' | 'COPYING' | 'READY' | 'FAILED' | 'CANCELLED';
export type SandboxCopies = 'NONE' | 'SAMPLE' | 'ALL';

export interface Sandbox {
  readonly id: string;
  readonly name: string;
  readonly state: SandboxState;
  readonly copies: SandboxCopies;
  readonly masked: boolean;
  readonly baseRevision: number;
  readonly rowsCopied: number;
  readonly rowsTotal: number | null;
  readonly error: string | null;
  readonly createdAt: string;
  readonly current: boolean;
}

const fields = 'id name state copies masked baseRevision rowsCopied rowsTotal error createdAt current';
/** Long enough not to be a burden, short enough for a progress bar. */
const ASK_AGAIN_MILLISECONDS = 1_000;

export const sandboxesOptions = queryOptions({
  queryKey: ['setup', 'sandboxes'],
  queryFn: async ({ signal }) => (await metadataRequest<{ sandboxes: Sandbox[] }>(`query { sandboxes { ${fields} } }`, {}, signal)).sandboxes,
  refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'WAITING' || one.state === 'COPYING') ? ASK_AGAIN_MILLISECONDS : false),
});

export const promotionOptions = (sandbox: string, choices: Choices) => queryOptions({
  queryKey: [...documentsKey, 'promotion', sandbox, choices],
  queryFn: async ({ signal }) =>
    (await metadataRequest<{ promotion: MergeReview }>(`query ($sandbox: ID!, $choices: JSON) { promotion(sandbox: $sandbox, choices: $choices) { ${mergeFields} plan { ${planFields} } } }`, { sandbox, choices }, signal)).promotion,
  placeholderData: keepPreviousData,
});

export function useCreateSandbox() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { readonly name: string; readonly copies: SandboxCopies; readonly masked: boolean }) => metadataRequest('mutation ($input: SandboxInput!) { createSandbox(input: $input) { id } }', { input }),
    onSuccess: () => client.invalidateQueries({ queryKey: sandboxesOptions.queryKey }),
  });
}

export function useRemoveSandbox() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => metadataRequest('mutation ($id: ID!) { removeSandbox(id: $id) }', { id }),
    onSuccess: () => client.invalidateQueries({ queryKey: sandboxesOptions.queryKey }),
  });
}

export function usePromote() {
  return usePublishing(async (input: { readonly sandbox: string; readonly choices: Choices; readonly consents: readonly string[] }) =>
    (await metadataRequest<{ promote: PublishAnswer }>(
      `mutation ($sandbox: ID!, $choices: JSON, $consents: [String!]!) { promote(sandbox: $sandbox, choices: $choices, consents: $consents) { revision plan { ${planFields} } problems { path code message hint } } }`, input,
    )).promote);
}

/** The whole page begins anew in the other org: nothing that was read in this one may stay. */
export async function enterSandbox(id: string | null): Promise<void> {
  await metadataRequest('mutation ($id: ID) { enterSandbox(id: $id) }', { id });
  location.assign('/setup');
}
