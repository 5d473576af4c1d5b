import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { ApiError, recordsRequest } from '../../api/index.js';
import { valueIn } from '../records/FieldValue.js';
import { inputOf, saveRecord } from '../records/save-record.js';
import { recordQuery } from '../records/record-queries.js';
import type { RecordRow } from '../records/record-row.js';
import { selectFields } from '../records/select-fields.js';
import { isSameValue, type CellChange } from './cell-change.js';

export interface CellRefusal {
  readonly change: CellChange;
  readonly message: string;
  /** Somebody else has changed the same field; this is the record as it is now. */
  readonly current?: RecordRow;
}

type Places = Pick<WorkspaceDescription, 'objects'>;

const atOnce = 6;

/** Writes changes of cells, those of one record together. Answers what was refused; the rest is saved. */
export async function saveCells(workspace: Places, object: ObjectDescription, changes: readonly CellChange[]): Promise<readonly CellRefusal[]> {
  const byRecord = new Map<string, CellChange[]>();
  for (const change of changes) byRecord.set(change.row.id, [...(byRecord.get(change.row.id) ?? []), change]);
  const waiting = [...byRecord.values()];
  const refused: CellRefusal[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) refused.push(...await saveRow(workspace, object, next));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, work));
  return refused;
}

async function saveRow(workspace: Places, object: ObjectDescription, changes: readonly CellChange[], known?: RecordRow): Promise<readonly CellRefusal[]> {
  const [first] = changes;
  if (!first) return [];
  const row = known ?? first.row;
  const data = inputOf(object.fields, Object.fromEntries(changes.map(({ field, value }) => [field.name, value])));
  try {
    await saveRecord(object, { id: row.id, data, ifVersion: row['version'] as number | undefined });
    return [];
  } catch (error) {
    if (!(error instanceof ApiError)) return changes.map((change) => ({ change, message: String(error) }));
    if (error.code === 'CONFLICT' && !known) return settle(workspace, object, changes);
    return changes.map((change) => ({ change, message: messageFor(error, change) }));
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
