import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';
import type { Explanation, Run, RunPage, Simulation, SimulationPage, WorkflowAction, WorkflowDraft, WorkflowState } from './automation-types.js';

const stateFields = 'name title object active activeSince document runs failed lastRunAt nextDueAt dueCount version changedAt changedBy { name } runsByHour failedLately pausedAt pausedBy { name } pausedBecause pausedAtRuns hourlyLimit limitIsSet weight';
const runFields = `id workflow recordId recordName occasion status startedAt finishedAt attempts revision trigger conditions error errorClass waitsUntil stepIsThere
  steps { id action title status input output startedAt finishedAt attempts error }`;

/** Everything that running workflows change; publishing makes it stale too, through its first part. */
export const automationKey = ['setup', 'automation'] as const;

export const workflowStatesOptions = queryOptions({
  queryKey: [...automationKey, 'states'],
  queryFn: async ({ signal }) => (await metadataRequest<{ workflows: WorkflowState[] }>(`query { workflows { ${stateFields} } }`, {}, signal)).workflows,
  refetchInterval: 20_000,
});

export const workflowActionsOptions = queryOptions({
  queryKey: ['workflow-actions'],
  queryFn: async ({ signal }) => (await metadataRequest<{ workflowActions: WorkflowAction[] }>('query { workflowActions { name title description inputSchema } }', {}, signal)).workflowActions,
  staleTime: Number.POSITIVE_INFINITY,
});

export interface Span { readonly from: string | null; readonly to: string | null }

/** Replays history, which may take a while: kept for the document and the days it was asked for. */
export const simulationOptions = (workflow: WorkflowDraft, span: Span) => queryOptions({
  queryKey: ['simulation', workflow, span],
  queryFn: async ({ signal }) => (await metadataRequest<{ simulate: Simulation }>(
    'query ($workflow: JSON!, $from: Date, $to: Date) { simulate(workflow: $workflow, from: $from, to: $to) { isKnown total records from to months { month count } days { day count } owners { userId name count } limits } }', { workflow, ...span }, signal)).simulate,
  staleTime: 60_000,
});

export const simulationRowsOptions = (workflow: WorkflowDraft, span: Span) => infiniteQueryOptions({
  queryKey: ['simulation-rows', workflow, span],
  initialPageParam: null as string | null,
  queryFn: async ({ signal, pageParam }) => (await metadataRequest<{ simulationRows: SimulationPage }>(
    'query ($workflow: JSON!, $from: Date, $to: Date, $after: String) { simulationRows(workflow: $workflow, from: $from, to: $to, first: 50, after: $after) { rows { recordId recordName anchor due steps { id action title level status at input output way until error } } next names } }',
    { workflow, ...span, after: pageParam }, signal)).simulationRows,
  getNextPageParam: ({ next }) => next,
  staleTime: 60_000,
});

export const pastTheLineOptions = (name: string) => queryOptions({
  queryKey: [...automationKey, 'past-the-line', name],
  queryFn: async ({ signal }) => (await metadataRequest<{ pastTheLine: number }>('query ($workflow: JSON!) { pastTheLine(workflow: $workflow) }', { workflow: name }, signal)).pastTheLine,
  staleTime: 0,
});

export interface RunFilter {
  readonly workflow: string | null;
  readonly status: string | null;
  readonly recordId?: string | null;
  /** Parked at this step, for this reason. */
  readonly step?: string | null;
  readonly error?: string | null;
}

export const runsOptions = ({ workflow, status, recordId = null, step = null, error = null }: RunFilter) => infiniteQueryOptions({
  queryKey: [...automationKey, 'runs', workflow, status, recordId, step, error],
  initialPageParam: null as string | null,
  queryFn: async ({ signal, pageParam }) => (await metadataRequest<{ runs: RunPage }>(
    `query ($workflow: String, $status: String, $recordId: ID, $step: String, $error: String, $after: String) { runs(workflow: $workflow, status: $status, recordId: $recordId, step: $step, error: $error, first: 50, after: $after) { nodes { ${runFields} } next total } }`,
    { workflow, status: status?.toLowerCase() ?? null, recordId, step, error, after: pageParam }, signal)).runs,
  getNextPageParam: ({ next }) => next,
});

/** What the latest runs made of their steps, to be looked at while a step is edited. */
export const latestOutputsOptions = (workflow: string) => queryOptions({
  queryKey: [...automationKey, 'latest-outputs', workflow], staleTime: 30_000,
  queryFn: async ({ signal }) => (await metadataRequest<{ runs: { readonly nodes: readonly Pick<Run, 'id' | 'startedAt' | 'steps'>[] } }>(
    `query ($workflow: String) { runs(workflow: $workflow, first: 10) { nodes { id startedAt steps { id action title status input output startedAt finishedAt attempts error } } } }`, { workflow }, signal)).runs.nodes,
});

export const runOptions = (id: string) => queryOptions({
  queryKey: [...automationKey, 'run', id],
  queryFn: async ({ signal }) => (await metadataRequest<{ run: Run | null }>(`query ($id: ID!) { run(id: $id) { ${runFields} names } }`, { id }, signal)).run,
  refetchInterval: ({ state }) => (state.data?.status === 'WAITING' || state.data?.status === 'RUNNING' ? 2000 : false),
});

export const explanationOptions = (workflow: string, recordId: string, at: string | null) => queryOptions({
  queryKey: [...automationKey, 'explain', workflow, recordId, at],
  queryFn: async ({ signal }) => (await metadataRequest<{ explain: Explanation }>(
    `query ($workflow: String!, $recordId: ID!, $at: DateTime) { explain(workflow: $workflow, recordId: $recordId, at: $at) { ran verdict facts { label value holds } dueAt run { ${runFields} } } }`, { workflow, recordId, at }, signal)).explain,
  staleTime: 0,
});

export function useActivateWorkflow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { readonly name: string; readonly includePast: boolean }) =>
      metadataRequest('mutation ($name: String!, $includePast: Boolean!) { activateWorkflow(name: $name, includePast: $includePast) { name } }', input),
    onSettled: () => client.invalidateQueries({ queryKey: automationKey }),
  });
}

export function useDeactivateWorkflow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => metadataRequest('mutation ($name: String!) { deactivateWorkflow(name: $name) { name } }', { name }),
    onSettled: () => client.invalidateQueries({ queryKey: automationKey }),
  });
}
