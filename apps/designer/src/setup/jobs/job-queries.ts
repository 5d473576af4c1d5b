import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export const jobKinds = ['IMPORT', 'EXPORT', 'BACKUP', 'OPERATION', 'TABLE', 'SANDBOX'] as const;
export type JobKind = (typeof jobKinds)[number];
export type JobStatus = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';

export interface BackgroundJob {
  readonly id: string;
  readonly kind: JobKind;
  readonly subject: string;
  readonly object: string | null;
  readonly status: JobStatus;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly done: number | null;
  readonly total: number | null;
  readonly error: string | null;
  readonly cancellable: boolean;
  readonly retryable: boolean;
}

export interface JobFilter {
  readonly kind: JobKind | null;
  readonly isOpen: boolean;
}

export const jobsKey = ['setup', 'jobs'] as const;
const fields = 'id kind subject object status by { id name } startedAt finishedAt done total error cancellable retryable';
const busy = 1_000;
const idle = 10_000;

export const jobsOptions = ({ kind, isOpen }: JobFilter) => queryOptions({
  queryKey: [...jobsKey, kind, isOpen],
  queryFn: async ({ signal }) => (await metadataRequest<{ backgroundJobs: BackgroundJob[] }>(
    `query ($kinds: [BackgroundJobKind!], $open: Boolean!) { backgroundJobs(kinds: $kinds, open: $open) { ${fields} } }`, { kinds: kind && [kind], open: isOpen }, signal,
  )).backgroundJobs,
  placeholderData: keepPreviousData,
  refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'RUNNING' || status === 'WAITING') ? busy : idle),
});

export function useJobAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ action, kind, id }: { readonly action: 'cancelBackgroundJob' | 'retryBackgroundJob'; readonly kind: JobKind; readonly id: string }) =>
      metadataRequest(`mutation ($kind: BackgroundJobKind!, $id: ID!) { ${action}(kind: $kind, id: $id) }`, { kind, id }),
    onSettled: () => client.invalidateQueries({ queryKey: jobsKey }),
  });
}
