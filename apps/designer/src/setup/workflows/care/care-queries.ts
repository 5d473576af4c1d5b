import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../../api/index.js';
import { automationKey } from '../automation-queries.js';

export interface WorkflowBacklog {
  readonly workflow: string;
  readonly title: string;
  readonly paused: boolean;
  readonly changesKept: number;
  readonly readyRuns: number;
  readonly oldestReadyAt: string | null;
  readonly laterRuns: number;
  readonly parkedRuns: number;
}

export interface AutomationState {
  readonly paused: boolean;
  readonly pausedAt: string | null;
  readonly pausedBy: { readonly name: string } | null;
  readonly reason: string | null;
  readonly eventsWaiting: number;
  readonly oldestEventAt: string | null;
  readonly readyRuns: number;
  readonly oldestReadyAt: string | null;
  readonly parkedRuns: number;
  readonly countedUpTo: number;
  readonly workflows: readonly WorkflowBacklog[];
}

export interface ParkedGroup {
  readonly workflow: string;
  readonly title: string;
  readonly object: string | null;
  readonly step: string;
  readonly stepTitle: string | null;
  readonly action: string | null;
  readonly error: string;
  readonly errorClass: 'temporary' | 'refused' | 'unknown' | 'loop';
  readonly message: string;
  readonly count: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly stepIsThere: boolean;
}

/** By their ids, or those of a group. */
export type RunChoice = { readonly ids: readonly string[] } | { readonly group: { readonly workflow: string; readonly step?: string; readonly error?: string } };

const busy = 3_000;
const idle = 15_000;

export const automationOptions = queryOptions({
  queryKey: [...automationKey, 'backlog'],
  queryFn: async ({ signal }) => (await metadataRequest<{ automation: AutomationState }>(`query { automation {
    paused pausedAt pausedBy { name } reason eventsWaiting oldestEventAt readyRuns oldestReadyAt parkedRuns countedUpTo
    workflows { workflow title paused changesKept readyRuns oldestReadyAt laterRuns parkedRuns } } }`, {}, signal)).automation,
  refetchInterval: ({ state }) => (state.data && state.data.eventsWaiting + state.data.readyRuns > 0 ? busy : idle),
});

export const parkedOptions = queryOptions({
  queryKey: [...automationKey, 'parked'],
  queryFn: async ({ signal }) => (await metadataRequest<{ parkedRuns: ParkedGroup[] }>(
    'query { parkedRuns { workflow title object step stepTitle action error errorClass message count firstAt lastAt stepIsThere } }', {}, signal)).parkedRuns,
  refetchInterval: idle,
});

/** Answers how many go on. */
export const useRetryRuns = () => useAutomationMutation(async ({ runs, currentVersion }: { readonly runs: RunChoice; readonly currentVersion: boolean }) =>
  (await metadataRequest<{ retryRuns: number }>('mutation ($runs: RunChoice!, $currentVersion: Boolean!) { retryRuns(runs: $runs, currentVersion: $currentVersion) }', { runs, currentVersion })).retryRuns);

/** Answers the new run. */
export const useRepeatRun = () => useAutomationMutation(async ({ id, from }: { readonly id: string; readonly from: string }) =>
  (await metadataRequest<{ repeatRun: { id: string } }>('mutation ($id: ID!, $from: ID!) { repeatRun(id: $id, from: $from) { id } }', { id, from })).repeatRun);

/** Answers how many were ended. */
export const useEndRuns = () => useAutomationMutation(async (runs: RunChoice) =>
  (await metadataRequest<{ endRuns: number }>('mutation ($runs: RunChoice!) { endRuns(runs: $runs) }', { runs })).endRuns);

export const usePauseAutomation = () => useAutomationMutation((reason: string) =>
  metadataRequest('mutation ($reason: String) { pauseAutomation(reason: $reason) { paused } }', { reason: reason.trim() || null }));

export const useResumeAutomation = () => useAutomationMutation((skip: boolean) =>
  metadataRequest('mutation ($skip: Boolean!) { resumeAutomation(skip: $skip) { paused } }', { skip }));

export const usePauseWorkflow = () => useAutomationMutation((name: string) =>
  metadataRequest('mutation ($name: String!) { pauseWorkflow(name: $name) { name } }', { name }));

export const useResumeWorkflow = () => useAutomationMutation((input: { readonly name: string; readonly drop: boolean }) =>
  metadataRequest('mutation ($name: String!, $drop: Boolean!) { resumeWorkflow(name: $name, drop: $drop) { name } }', input));

export const useLimitWorkflow = () => useAutomationMutation((input: { readonly name: string; readonly runsPerHour: number | null; readonly weight: number }) =>
  metadataRequest('mutation ($name: String!, $runsPerHour: Int, $weight: Int!) { limitWorkflow(name: $name, runsPerHour: $runsPerHour) { name } weighWorkflow(name: $name, weight: $weight) { name } }', input));

function useAutomationMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey: automationKey }) });
}
