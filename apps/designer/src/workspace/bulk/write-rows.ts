import { graphqlNames, type ObjectDescription } from '@guanxi/metadata';
import { recordsRequestInPart, type ApiError } from '../../api/index.js';
import type { Change } from '../records/record-queries.js';
import type { RecordRow } from '../records/record-row.js';

export interface RefusedRow {
  /** Its place among the rows that were sent. */
  readonly index: number;
  readonly error: ApiError;
}

export interface WrittenRows {
  /** One operation for all of them: what `undoOperation` takes. */
  readonly operationId: string;
  /** In the order that was asked for; null where a row was refused. */
  readonly rows: readonly (RecordRow | null)[];
  readonly refused: readonly RefusedRow[];
}

/** More than these one mutation does not take. */
export const mostRows = 10_000;

/** Changes records with values of their own in one operation; what rules refuse is left out and told. Throws `ApiError` when nothing could be written. */
export async function updateRows(object: Pick<ObjectDescription, 'name' | 'singular' | 'plural'>, changes: readonly Change[], select: string): Promise<WrittenRows> {
  const { data, refused } = await recordsRequestInPart<{ rows: readonly (RecordRow | null)[]; operation: { operationId: string } }>(rowsMutation(object, select), { rows: changes });
  return { operationId: data.operation.operationId, rows: data.rows, refused: refusedRows(refused) };
}

/** A list does not tell its operation; a change of no record beside it, which is part of the same one, does. */
export function rowsMutation(object: Pick<ObjectDescription, 'name' | 'singular' | 'plural'>, select: string): string {
  const { updateMany, updateWhere, rowInput } = graphqlNames(object);
  return `mutation Rows($rows: [${rowInput}!]!) { rows: ${updateMany}(data: $rows, atomic: false) { ${select} } operation: ${updateWhere}(where: { id: { in: [] } }, data: {}) { operationId } }`;
}

/** Of several problems of one row the first is kept. */
function refusedRows(refused: readonly { readonly path: readonly (string | number)[]; readonly error: ApiError }[]): readonly RefusedRow[] {
  const byRow = new Map<number, RefusedRow>();
  for (const { path, error } of refused) {
    const index = Number(path[1]);
    if (!byRow.has(index)) byRow.set(index, { index, error });
  }
  return [...byRow.values()].sort((left, right) => left.index - right.index);
}
