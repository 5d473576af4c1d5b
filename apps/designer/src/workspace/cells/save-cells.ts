import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { ApiError, recordsRequest } from '../../api/index.js';
import { valueIn } from '../records/FieldValue.js';
import { mostRows, updateRows } from '../bulk/write-rows.js';
import { inputOf, saveRecord, showSaved } from '../records/save-record.js';
import { recordQuery } from '../records/record-queries.js';
import type { RecordRow } from '../records/record-row.js';
import { selectFields, selectWritten } from '../records/select-fields.js';
import { isSameValue, type CellChange } from './cell-change.js';

export interface CellRefusal {
  readonly change: CellChange;
  readonly message: string;
  /** Somebody else has changed the same field; this is the record as it is now. */
  readonly current?: RecordRow;
}

type Places = Pick<WorkspaceDescription, 'objects'>;

/** Writes changes of cells: of one record as a change of it, of several as one operation. Answers what was refused; the rest is saved. */
export async function saveCells(workspace: Places, object: ObjectDescription, changes: readonly CellChange[]): Promise<readonly CellRefusal[]> {
  const byRecord = new Map<string, CellChange[]>();
  for (const change of changes) byRecord.set(change.row.id, [...(byRecord.get(change.row.id) ?? []), change]);
  const rows = [...byRecord.values()];
  const [only] = rows;
  if (rows.length <= 1) return only ? saveRow(workspace, object, only) : [];
  const refused: CellRefusal[] = [];
  for (let start = 0; start < rows.length; start += mostRows) refused.push(...await saveRows(workspace, object, rows.slice(start, start + mostRows)));
  return refused;
}

/** Records that somebody else has changed meanwhile are gone through one by one; the others are one operation. */
async function saveRows(workspace: Places, object: ObjectDescription, rows: readonly (readonly CellChange[])[]): Promise<readonly CellRefusal[]> {
  const sent = rows.flatMap((changes) => (changes[0] ? [{ id: changes[0].row.id, ifVersion: changes[0].row['version'] as number | undefined, data: dataOf(object, changes) }] : []));
  const select = `id ${object.fields.some(({ name }) => name === 'version') ? 'version ' : ''}${selectWritten(object, sent.flatMap(({ data }) => Object.keys(data)))}`;
  try {
    const { rows: saved, refused } = await updateRows(object, sent, select);
    showSaved(object.name, saved.filter((row) => row !== null));
    const answers = await Promise.all(refused.map(({ index, error }) => refusalsOf(workspace, object, rows[index] ?? [], error)));
    return answers.flat();
  } catch (error) {
    return rows.flat().map((change) => ({ change, message: error instanceof ApiError ? error.message : String(error) }));
  }
}

function dataOf(object: ObjectDescription, changes: readonly CellChange[]): Readonly<Record<string, unknown>> {
  return inputOf(object.fields, Object.fromEntries(changes.map(({ field, value }) => [field.name, value])));
}

function refusalsOf(workspace: Places, object: ObjectDescription, changes: readonly CellChange[], error: ApiError): Promise<readonly CellRefusal[]> | readonly CellRefusal[] {
  return error.code === 'CONFLICT' ? settle(workspace, object, changes) : changes.map((change) => ({ change, message: messageFor(error, change) }));
}

async function saveRow(workspace: Places, object: ObjectDescription, changes: readonly CellChange[], known?: RecordRow): Promise<readonly CellRefusal[]> {
  const [first] = changes;
  if (!first) return [];
  const row = known ?? first.row;
  try {
    await saveRecord(object, { id: row.id, data: dataOf(object, changes), ifVersion: row['version'] as number | undefined });
    return [];
  } catch (error) {
    if (!(error instanceof ApiError)) return changes.map((change) => ({ change, message: String(error) }));
    return known ? changes.map((change) => ({ change, message: messageFor(error, change) })) : refusalsOf(workspace, object, changes, error);
  }
}

/** Where the others changed something else both changes stand; where they changed the same, people decide. */
async function settle(workspace: Places, object: ObjectDescription, changes: readonly CellChange[]): Promise<readonly CellRefusal[]> {
  const fields = [...changes.map(({ field }) => field.name), 'updatedBy'];
  const { query, variables } = recordQuery(object, changes[0]?.row.id ?? '', selectFields(workspace, object, fields));
  const { record } = await recordsRequest<{ record: RecordRow | null }>(query, variables);
  if (!record) return changes.map((change) => ({ change, message: '' }));
  const [theirs, mine] = [changes.filter(({ row, field }) => !isSameValue(valueIn(row, field), valueIn(record, field))), changes.filter(({ row, field }) => isSameValue(valueIn(row, field), valueIn(record, field)))];
  const refused = mine.length > 0 ? await saveRow(workspace, object, mine, record) : [];
  return [...refused, ...theirs.map((change) => ({ change, message: '', current: record }))];
}

function messageFor({ problems, message }: ApiError, { field }: CellChange): string {
  const own = problems.filter(({ path }) => path.split('/').includes(field.name) || path.split('/').includes(`${field.name}Id`));
  return (own[0] ?? problems[0])?.message ?? message;
}
