import type { ImportPlan } from '@guanxi/metadata';
import type { FileBeginning } from '../formats/reader.js';
import type { RowProblem } from './convert-row.js';
import type { ProblemGroup } from './problem-groups.js';

/**
 * queued → reading → (checking → ready →) writing → done. One with a preview stands at `ready` until somebody says that
 * it is to be written; one without is written while it is read.
 */
export type ImportStatus = 'queued' | 'reading' | 'checking' | 'ready' | 'writing' | 'done' | 'failed' | 'cancelled';

/** What is known of one import. */
export interface ImportRecord {
  readonly id: string;
  readonly uploadId: string;
  readonly fileName: string;
  readonly plan: ImportPlan;
  readonly preview: boolean;
  /** After a preview, somebody has said that it is to be written. */
  readonly confirmed: boolean;
  readonly status: ImportStatus;
  readonly userId: string;
  readonly locale: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly attempts: number;
  readonly error: string | null;
  /** Rows of the file, once all of them are read. */
  readonly rowsTotal: number | null;
  readonly progress: ImportProgress;
  readonly counts: ImportCounts;
  /** What a preview has found. */
  readonly expected: ImportCounts | null;
  readonly problems: readonly ProblemGroup[];
  readonly rejectedSample: readonly RejectedRow[];
  /** How the file turned out to be written. */
  readonly form: (Pick<FileBeginning, 'encoding' | 'delimiter' | 'sheet'> & { readonly revision?: number }) | null;
}

/** Numbers of rows of the file: so far the work has come, and what lies before them is committed. */
export interface ImportProgress {
  readonly stagedTo: number;
  readonly stagedAll: boolean;
  readonly checkedTo: number;
  readonly writtenTo: number;
}

export interface ImportCounts {
  readonly rowsRead: number;
  readonly created: number;
  readonly updated: number;
  /** Matched, and nothing in them differed. */
  readonly unchanged: number;
  /** Left out because they are like records that are there. */
  readonly duplicates: number;
  /** Left out because the plan says so. */
  readonly skipped: number;
  readonly rejected: number;
  /** Records made because a row named them, by object name. */
  readonly relatedCreated: Readonly<Record<string, number>>;
}

/** One rejected row as the page shows it. */
export interface RejectedRow extends RowProblem {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number;
}

export const noCounts: ImportCounts = { rowsRead: 0, created: 0, updated: 0, unchanged: 0, duplicates: 0, skipped: 0, rejected: 0, relatedCreated: {} };

export function isOpen(status: ImportStatus): boolean {
  return status === 'queued' || status === 'reading' || status === 'checking' || status === 'writing';
}

export function addCounts(left: ImportCounts, right: Partial<ImportCounts>): ImportCounts {
  const related = { ...left.relatedCreated };
  for (const [object, made] of Object.entries(right.relatedCreated ?? {})) related[object] = (related[object] ?? 0) + made;
  const sum = (name: Exclude<keyof ImportCounts, 'relatedCreated'>) => left[name] + (right[name] ?? 0);
  return {
    rowsRead: sum('rowsRead'), created: sum('created'), updated: sum('updated'), unchanged: sum('unchanged'),
    duplicates: sum('duplicates'), skipped: sum('skipped'), rejected: sum('rejected'), relatedCreated: related,
  };
}
