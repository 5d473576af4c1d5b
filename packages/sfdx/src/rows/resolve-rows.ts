import type { ImportedRow } from './row-batch.js';

export interface ResolvedRows {
  /** Rows that can be created now, with their values complete, in the order they came in. */
  readonly ready: readonly { readonly reference?: string; readonly values: Readonly<Record<string, unknown>> }[];
  /** Rows that point to one that is not there yet. */
  readonly waiting: readonly ImportedRow[];
}

/**
 * Puts the ids of records in the place of references. Where every row waits for another one, they are ready without the
 * links that lead nowhere: `dropLinks`.
 */
export function resolveRows(rows: readonly ImportedRow[], idOf: ReadonlyMap<string, string>, dropLinks = false): ResolvedRows {
  const ready: { reference?: string; values: Record<string, unknown> }[] = [];
  const waiting: ImportedRow[] = [];
  for (const row of rows) {
    const links = Object.entries(row.links);
    if (!dropLinks && links.some(([, { reference }]) => !idOf.has(reference))) {
      waiting.push(row);
      continue;
    }
    const values = links.flatMap(([key, { reference, within }]): [string, unknown][] => {
      const id = idOf.get(reference);
      if (id === undefined) return [];
      return [[key, within === undefined ? id : { [within]: id }]];
    });
    ready.push({ ...(row.reference === undefined ? {} : { reference: row.reference }), values: { ...row.values, ...Object.fromEntries(values) } });
  }
  return { ready, waiting };
}
