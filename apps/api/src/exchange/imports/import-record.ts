import type { ImportPlan } from '@guanxi/metadata';
import type { RejectedRow } from './rejected-file.js';

export type ImportStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** What is known of one import. */
export interface ImportRecord {
  readonly id: string;
  readonly uploadId: string;
  readonly fileName: string;
  readonly plan: ImportPlan;
  readonly dryRun: boolean;
  readonly status: ImportStatus;
  readonly userId: string;
  readonly locale: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly attempts: number;
  readonly error: string | null;
  readonly rowsTotal: number | null;
  readonly counts: ImportCounts;
  readonly rejectedSample: readonly RejectedRow[];
}

export interface ImportCounts {
  readonly rowsRead: number;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly rejected: number;
  /** Records made because a row named them, by object name. */
  readonly relatedCreated: Readonly<Record<string, number>>;
}

export const noCounts: ImportCounts = { rowsRead: 0, created: 0, updated: 0, skipped: 0, rejected: 0, relatedCreated: {} };
