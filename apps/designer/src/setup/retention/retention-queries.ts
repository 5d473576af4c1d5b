import type { RetentionRuleDocument } from '@guanxi/metadata';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export type KeptReason = 'HOLD' | 'LOCKED' | 'NEEDED' | 'REFUSED';
export type Deed = 'DELETE' | 'ERASE' | 'PURGE';

export interface KeptCount {
  readonly reason: KeptReason;
  readonly count: number;
}

export interface RetentionRun {
  readonly id: string;
  readonly title: string;
  /** Name of the object. */
  readonly object: string;
  readonly do: Deed;
  readonly revision: number;
  readonly status: 'RUNNING' | 'DONE' | 'STOPPED';
  readonly stopped: 'OFF' | 'CHANGED' | 'FAILED' | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly done: number;
  readonly kept: readonly KeptCount[];
  readonly keptRecords: readonly { readonly id: string; readonly name: string | null; readonly reason: KeptReason }[];
  readonly operation: string | null;
}

export interface RetentionState {
  readonly rule: string;
  readonly active: boolean;
  readonly changed: boolean;
  readonly nextRunAt: string | null;
  readonly lastRun: RetentionRun | null;
}

export interface RetentionPreview {
  readonly overdue: number;
  readonly undated: number;
  readonly records: number;
  readonly kept: readonly KeptCount[];
  readonly judged: number;
  /** YYYY-MM, this one first. */
  readonly months: readonly { readonly month: string; readonly count: number }[];
  /** Days as YYYY-MM-DD. */
  readonly sample: readonly { readonly id: string; readonly name: string | null; readonly since: string; readonly due: string; readonly kept: KeptReason | null }[];
  readonly nextRunAt: string;
}

const runParts = 'id title object do revision status stopped startedAt finishedAt done kept { reason count } keptRecords { id name reason } operation';
const stateParts = `rule active changed nextRunAt lastRun { ${runParts} }`;

export const retentionStatesOptions = queryOptions({
  queryKey: ['setup', 'retention', 'states'],
  queryFn: async ({ signal }) => (await metadataRequest<{ retentionStates: readonly RetentionState[] }>(`{ retentionStates { ${stateParts} } }`, {}, signal)).retentionStates,
});

export const retentionRunsOptions = queryOptions({
  queryKey: ['setup', 'retention', 'runs'],
  queryFn: async ({ signal }) => (await metadataRequest<{ retentionRuns: readonly RetentionRun[] }>(`{ retentionRuns(first: 50) { ${runParts} } }`, {}, signal)).retentionRuns,
});

/** Of a rule as it is being written, by its JSON. */
export const retentionPreviewOptions = (rule: string | null) => queryOptions({
  queryKey: ['setup', 'retention', 'preview', rule], enabled: rule !== null, retry: false, staleTime: 30_000, placeholderData: keepPreviousData,
  queryFn: async ({ signal }) => (await metadataRequest<{ retentionPreview: RetentionPreview }>(
    'query ($rule: JSON!) { retentionPreview(rule: $rule) { overdue undated records kept { reason count } judged months { month count } sample { id name since due kept } nextRunAt } }',
    { rule: JSON.parse(rule ?? 'null') as RetentionRuleDocument }, signal)).retentionPreview,
});

export function useSwitchRule(rule: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: { readonly on: boolean; readonly expected?: number }) => metadataRequest('mutation ($rule: String!, $on: Boolean!, $expected: Int) { switchRetentionRule(rule: $rule, on: $on, expected: $expected) { rule } }', { rule, ...wish }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['setup', 'retention'] }),
  });
}
