import type { FileFormatName } from '../formats/file-format.js';
import type { ListWish } from './list-wish.js';

export type ExportStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** Several objects as one archive, with everything of them that the person may read. */
export interface OrgWish {
  /** Names of objects. */
  readonly objects: readonly string[];
  readonly format: FileFormatName;
  /** Rows of one file of the archive. */
  readonly rowsPerFile: number;
}

export interface BackupWish {
  /** Whether people can sign in with their passwords after a restore. */
  readonly withPasswords: boolean;
}

/** What was asked for, by its kind. */
export type ExportWish =
  | { readonly kind: 'list'; readonly wish: ListWish }
  | { readonly kind: 'org'; readonly wish: OrgWish }
  | { readonly kind: 'backup'; readonly wish: BackupWish };

/** A file that is being made, or was made, in the background. */
export type ExportRecord = ExportWish & {
  readonly id: string;
  readonly fileName: string;
  readonly status: ExportStatus;
  readonly userId: string;
  readonly locale: string;
  readonly scheduleId: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date;
  readonly attempts: number;
  readonly cancelRequested: boolean;
  readonly rowsTotal: number | null;
  readonly rowsWritten: number;
  readonly bytes: number;
  readonly error: string | null;
};

export interface ExportProgress {
  readonly rowsTotal?: number;
  readonly rowsWritten: number;
  readonly bytes: number;
}
