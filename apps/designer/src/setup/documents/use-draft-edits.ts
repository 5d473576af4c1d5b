import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError, metadataRequest, workspaceOptions, type Problem } from '../../api/index.js';
import type { Plan } from './document-types.js';
import { describeEdit, noHistory, remember } from './draft-history.js';
import { changeHistory } from './draft-history-store.js';
import { documentsKey, draftedDocuments, planFields } from './setup-queries.js';

export interface DraftEdit {
  readonly documents?: readonly unknown[];
  readonly remove?: readonly { readonly kind: string; readonly name: string }[];
}

const saveMutation = `mutation ($documents: [JSON!]!, $remove: [DocumentKey!]) {
  saveDraft(documents: $documents, remove: $remove) { problems { path code message hint } }
}`;

/** Lays documents into the draft. Answers with every problem, a server that cannot be reached among them; with none the draft holds the edit, and it can be undone. */
export function useSaveDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ documents = [], remove = [], isReplay = false }: DraftEdit & { readonly isReplay?: boolean }): Promise<readonly Problem[]> => {
      const before = client.getQueryData(draftedDocuments.queryKey);
      const problems = await metadataRequest<{ saveDraft: { problems: readonly Problem[] } }>(saveMutation, { documents, remove })
        .then(({ saveDraft }) => saveDraft.problems, whyNot);
      if (problems.length > 0) return problems;
      await client.invalidateQueries({ queryKey: documentsKey });
      const after = client.getQueryData(draftedDocuments.queryKey);
      const entry = before && after && !isReplay ? describeEdit(before, after) : null;
      if (entry) changeHistory((history) => remember(history, entry));
      return [];
    },
  });
}

/** A request that failed as a whole says why as a problem. */
const whyNot = (failure: Error): readonly Problem[] => (failure instanceof ApiError && failure.problems.length > 0 ? failure.problems : [{ path: '', code: 'failed', message: failure.message }]);

export function useDiscardDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => metadataRequest('mutation { discardDraft }'),
    onSuccess: () => {
      changeHistory(() => noHistory);
      return client.invalidateQueries({ queryKey: documentsKey });
    },
  });
}

/** Takes one document of the draft back to what is published. */
export function useDiscardChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, name }: { readonly kind: string; readonly name: string }) => metadataRequest('mutation ($kind: String!, $name: String!) { discardChange(kind: $kind, name: $name) }', { kind, name }),
    onSuccess: () => client.invalidateQueries({ queryKey: documentsKey }),
  });
}

export interface PublishAnswer { readonly revision: number | null; readonly plan: Plan; readonly problems: readonly Problem[] }

const publishMutation = `mutation ($baseRevision: Int!, $consents: [String!]!, $only: [DocumentKey!], $note: String) {
  publish(baseRevision: $baseRevision, consents: $consents, only: $only, note: $note) { revision plan { ${planFields} } problems { path code message hint } }
}`;

/** Publishes the draft; afterwards the navigation, lists and forms of the whole page are asked for anew. */
export function usePublish() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: { readonly baseRevision: number; readonly consents: readonly string[]; /** The documents that are published; all of the draft without it. */ readonly only?: readonly { readonly kind: string; readonly name: string }[]; readonly note?: string }) =>
      (await metadataRequest<{ publish: PublishAnswer }>(publishMutation, input)).publish,
    onSettled: async () => {
      // What is published is undone by another publication.
      changeHistory(() => noHistory);
      await Promise.all([
        client.invalidateQueries({ queryKey: documentsKey }), client.invalidateQueries({ queryKey: ['setup'] }),
        client.invalidateQueries({ queryKey: workspaceOptions.queryKey }),
      ]);
    },
  });
}
