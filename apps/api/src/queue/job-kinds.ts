/** What can be woken. Jobs carry ids only; the truth about the work is in the org's tables. */
export type JobKind = 'look' | 'automation' | 'import' | 'export' | 'backup' | 'operations' | 'sandbox' | 'upkeep' | 'webhooks' | 'calls' | 'mail' | 'files' | 'shares' | 'follows' | 'trail' | 'retention';

export interface JobKindSettings {
  /** Jobs of this kind that one worker process does at the same time. */
  readonly concurrency: number;
  /** Repeated every so many milliseconds, whatever happens; such jobs are about no org in particular. */
  readonly every?: number;
}

/** Every kind of job: one line here, and one handler somewhere, or the worker does not start. */
export const jobKinds: Readonly<Record<JobKind, JobKindSettings>> = {
  look: { concurrency: 1, every: 5_000 },
  automation: { concurrency: 4 },
  import: { concurrency: 2 },
  export: { concurrency: 2 },
  backup: { concurrency: 1 },
  operations: { concurrency: 2 },
  sandbox: { concurrency: 1 },
  upkeep: { concurrency: 2 },
  webhooks: { concurrency: 2 },
  calls: { concurrency: 2 },
  mail: { concurrency: 2 },
  files: { concurrency: 1, every: 3_600_000 },
  shares: { concurrency: 1 },
  follows: { concurrency: 1, every: 60_000 },
  trail: { concurrency: 1, every: 21_600_000 },
  retention: { concurrency: 1 },
};

/** `org`: id of the org whose tables are to be looked at; absent for repeated jobs. */
export interface JobData {
  readonly org?: string;
}

export type JobHandler = (data: JobData) => Promise<void>;
