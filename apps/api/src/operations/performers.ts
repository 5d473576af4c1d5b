import type { WritePlace } from '../records/write-place.js';
import type { OperationRecord } from './operation-record.js';

/** What a worker does for an operation that was left to it: everything in the transaction of `place`, or nothing. */
export type Performer = (operation: OperationRecord, place: WritePlace, report: () => Promise<void>) => Promise<PerformedWell | PerformedBadly>;

export interface PerformedWell {
  readonly ok: true;
}

/** Refused: what was done is taken back, and everybody may read why. */
export interface PerformedBadly {
  readonly ok: false;
  readonly error: string;
}
