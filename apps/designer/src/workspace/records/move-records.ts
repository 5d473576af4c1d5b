import type { ObjectDescription } from '@guanxi/metadata';
import { recordsRequest } from '../../api/index.js';
import { removeFromLists } from './record-lists.js';
import { moveMutation } from './record-queries.js';
import { afterWrite } from './save-record.js';

const chunk = 50;

/** Deletes softly: `restoreRecords` brings them back. Throws `ApiError`; those before the failed part are gone then. */
export async function deleteRecords(object: ObjectDescription, ids: readonly string[]): Promise<void> {
  await move('delete', object, ids, (done) => removeFromLists(object.name, done));
}

export async function restoreRecords(object: ObjectDescription, ids: readonly string[]): Promise<void> {
  await move('restore', object, ids, () => undefined);
}

async function move(kind: 'delete' | 'restore', object: ObjectDescription, ids: readonly string[], onDone: (ids: readonly string[]) => void): Promise<void> {
  for (let from = 0; from < ids.length; from += chunk) {
    const part = ids.slice(from, from + chunk);
    const { query, variables } = moveMutation(kind, object, part);
    await recordsRequest(query, variables);
    onDone(part);
  }
  afterWrite(object.name);
}
