import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest, type Problem } from '../../../api/index.js';

export type CallDirection = 'IN' | 'OUT';

export interface CallIn {
  readonly id: string;
  readonly messageId: string;
  readonly at: string;
  readonly outcome: 'begun' | 'passed' | 'refused';
  readonly problems: readonly Problem[] | null;
  readonly recordId: string | null;
  readonly runId: string | null;
  readonly made: boolean;
  readonly body: string;
}

export interface CallOut {
  readonly id: string;
  readonly messageId: string;
  readonly url: string;
  readonly status: 'waiting' | 'sent' | 'failed';
  readonly attempts: number;
  readonly responseStatus: number | null;
  readonly response: string | null;
  readonly error: string | null;
  readonly nextAttemptAt: string | null;
  readonly createdAt: string;
  readonly runId: string;
  readonly body: string;
}

export interface WorkflowCalls {
  /** Path; null until there is a secret. */
  readonly address: string | null;
  readonly incomingPreviousUntil: string | null;
  readonly signs: boolean;
  readonly outgoingPreviousUntil: string | null;
  readonly incoming: readonly CallIn[];
  readonly outgoing: readonly CallOut[];
  readonly secrets: readonly KeptSecret[];
}

/** That the value of a secret header is kept for an address; nobody is told which. */
export interface KeptSecret {
  readonly origin: string;
  readonly header: string;
  readonly changedAt: string;
}

const FIELDS = `address incomingPreviousUntil signs outgoingPreviousUntil
  incoming { id messageId at outcome problems recordId runId made body }
  outgoing { id messageId url status attempts responseStatus response error nextAttemptAt createdAt runId body }
  secrets { origin header changedAt }`;

const keyOf = (workflow: string) => ['workflow-calls', workflow] as const;

export const workflowCallsOptions = (workflow: string) =>
  queryOptions({
    queryKey: keyOf(workflow),
    refetchInterval: 10_000,
    queryFn: async ({ signal }) => (await metadataRequest<{ workflowCalls: WorkflowCalls }>(`query Calls($workflow: String!) { workflowCalls(workflow: $workflow) { ${FIELDS} } }`, { workflow }, signal)).workflowCalls,
  });

/** Answers the secret, which is shown this once. */
export function useMakeCallSecret(workflow: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (direction: CallDirection) => {
      const query = `mutation Secret($workflow: String!, $direction: CallDirection!) { made: makeWorkflowCallSecret(workflow: $workflow, direction: $direction) { secret calls { ${FIELDS} } } }`;
      const { made } = await metadataRequest<{ made: { secret: string; calls: WorkflowCalls } }>(query, { workflow, direction });
      client.setQueryData(keyOf(workflow), made.calls);
      return made.secret;
    },
  });
}

export function useKeepCallSecret(workflow: string) {
  return useSecretChange<{ readonly origin: string; readonly header: string; readonly value: string }>(workflow, `mutation KeepSecret($workflow: String!, $origin: String!, $header: String!, $value: String!) { calls: keepCallSecret(workflow: $workflow, origin: $origin, header: $header, value: $value) { ${FIELDS} } }`);
}

export function useDropCallSecret(workflow: string) {
  return useSecretChange<{ readonly origin: string; readonly header: string }>(workflow, `mutation DropSecret($workflow: String!, $origin: String!, $header: String!) { calls: dropCallSecret(workflow: $workflow, origin: $origin, header: $header) { ${FIELDS} } }`);
}

function useSecretChange<Wish extends object>(workflow: string, query: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wish: Wish) => client.setQueryData(keyOf(workflow), (await metadataRequest<{ calls: WorkflowCalls }>(query, { workflow, ...wish })).calls),
  });
}
