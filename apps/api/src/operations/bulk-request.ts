import type { RecordValues } from '../records/record-values.js';

/** A change of all records that fit, left to a worker. */
export interface BulkRequest {
  readonly bulk: {
    readonly object: string;
    readonly action: 'update' | 'delete';
    /** As the API takes it. */
    readonly where: unknown;
    readonly data: RecordValues;
    /** How many records fitted when it was asked for. */
    readonly expected: number;
    readonly allowDuplicates?: boolean;
  };
}
