import type { RunValues } from '../ports.js';

/** The event that an import raises which is to count as one, about the first record that it has written. */
export const IMPORT_DONE = 'import.done';

/** What it brings. Numbers are texts, instants ISO-8601. */
export interface ImportDone extends RunValues {
  /** Id of the import. */
  readonly import: string;
  readonly fileName: string;
  readonly created: string;
  readonly updated: string;
  readonly rejected: string;
  /** What the import wrote was written from then on. */
  readonly startedAt: string;
}

/** One to try inputs with. */
export const someImport: ImportDone = { import: '0190a2b4-0000-7000-8000-000000000000', fileName: 'orders.csv', created: '2', updated: '1', rejected: '0', startedAt: '2026-01-31T09:00:00.000Z' };
