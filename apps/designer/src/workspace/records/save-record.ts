import { valueName, type FieldDescription, type ObjectDescription } from '@guanxi/metadata';
import { queryClient, recordsRequest } from '../../api/index.js';
import { patchLists } from './record-lists.js';
import { updateMutation, type Change } from './record-queries.js';
import type { RecordRow } from './record-row.js';
import { selectWritten } from './select-fields.js';

export const recordKey = (object: string, id: string) => ['record', object, id] as const;
export const timelineKey = (object: string, id: string) => ['timeline', object, id] as const;

/**
 * Writes changed values (as the API takes them) and lays the answer over every place that shows the record.
 * Throws `ApiError`; the caller takes back what it had shown.
 */
export async function saveRecord(object: ObjectDescription, change: Change): Promise<RecordRow> {
  const select = `id ${object.fields.some(({ name }) => name === 'version') ? 'version ' : ''}${selectWritten(object, Object.keys(change.data))}`;
  const { query, variables } = updateMutation(object, change, select);
  const { record } = await recordsRequest<{ record: RecordRow }>(query, variables);
  showSaved(object.name, [record]);
  return record;
}

/** Lays what was saved over every place that shows it. */
export function showSaved(object: string, records: readonly RecordRow[]): void {
  for (const record of records) {
    patchLists(object, record.id, record);
    queryClient.setQueryData<RecordRow>(recordKey(object, record.id), (known) => known && { ...known, ...record });
    void queryClient.invalidateQueries({ queryKey: recordKey(object, record.id) });
    void queryClient.invalidateQueries({ queryKey: timelineKey(object, record.id) });
  }
  afterWrite(object);
}

/** Everything that may look different after a write. */
export function afterWrite(object: string, id?: string): void {
  void queryClient.invalidateQueries({ queryKey: ['related', object] });
  void queryClient.invalidateQueries({ queryKey: ['home'] });
  void queryClient.invalidateQueries({ queryKey: ['totals', object] });
  if (id === undefined) return;
  void queryClient.invalidateQueries({ queryKey: recordKey(object, id) });
  void queryClient.invalidateQueries({ queryKey: timelineKey(object, id) });
}

/** Values as the API takes them: references under the key of their id. */
export function inputOf(fields: readonly FieldDescription[], values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => {
    const field = fields.find((candidate) => candidate.name === name);
    return [field ? valueName(field) : name, value];
  }));
}
