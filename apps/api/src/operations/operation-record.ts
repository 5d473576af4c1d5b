import type { Actor } from '../access/actor.js';

export type OperationKind = 'bulk' | 'import' | 'run' | 'merge' | 'convert' | 'undo' | 'purge';

/** Plain facts that a sentence is made of in the reader's language. Names as they were when it happened. */
export interface OperationTitle {
  /** Name of the object that it was about. */
  readonly object?: string;
  readonly action?: 'create' | 'update' | 'upsert' | 'delete' | 'restore';
  /** Names of the fields that were written. */
  readonly fields?: readonly string[];
  /** Where records changed hands: the names of who had them and who has them now. */
  readonly handedOver?: { readonly from: string; readonly to: string };
  /** Of an import. */
  readonly fileName?: string;
  /** Of a run: the title of its workflow. */
  readonly workflow?: string;
  /** Of a conversion: the objects that came out of it. */
  readonly into?: readonly string[];
}

/** By the id of the object. */
export type OperationCounts = Readonly<Record<string, ObjectCounts>>;

export interface ObjectCounts {
  readonly created?: number;
  readonly updated?: number;
  readonly deleted?: number;
  readonly restored?: number;
}

export interface NewOperation {
  readonly id: string;
  readonly kind: OperationKind;
  readonly title: OperationTitle;
  readonly actor: Actor;
  /** Where it came from; the actor's source when absent. */
  readonly source?: string;
  readonly at: Date;
  /** The operation that this one takes back. */
  readonly undoes?: string;
  /** What a worker does in the background. */
  readonly request?: object;
}

export interface OperationEnd {
  readonly status: 'done' | 'failed';
  readonly at: Date;
  /** Counted from the history when absent. */
  readonly counts?: OperationCounts;
  /** A sentence. */
  readonly error?: string;
}

export interface OperationRecord {
  readonly id: string;
  readonly kind: OperationKind;
  readonly title: OperationTitle;
  /** Null for what nobody did. */
  readonly actorId: string | null;
  readonly source: string;
  readonly status: 'running' | 'done' | 'failed' | 'cancelled';
  readonly counts: OperationCounts;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly undoes: string | null;
  readonly undoneBy: string | null;
  /** The operation that is taking it back at the moment. */
  readonly undoing: string | null;
  readonly error: string | null;
  readonly request: unknown;
  /** Of an undo: the facts of what it took back. Where that was an undo, too: of what stands at the beginning, `times` undoings away. */
  readonly undone: { readonly kind: OperationKind; readonly title: OperationTitle; readonly counts: OperationCounts; readonly times: number } | null;
}

/** How long an operation can be taken back. */
const UNDO_DAYS = 30;

export function undoUntil({ startedAt }: Pick<OperationRecord, 'startedAt'>): Date {
  return new Date(startedAt.getTime() + UNDO_DAYS * 86_400_000);
}

export function isUndoable(operation: OperationRecord, now: Date): boolean {
  return operation.status === 'done' && operation.kind !== 'purge' && operation.undoneBy === null && operation.undoing === null && undoUntil(operation) > now;
}
