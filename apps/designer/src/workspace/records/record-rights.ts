import type { ObjectDescription } from '@guanxi/metadata';
import type { RecordRow } from './record-row.js';

type Rights = Pick<ObjectDescription, 'canEdit' | 'canDelete' | 'editsOwnOnly' | 'deletesOwnOnly'>;

/** Whether a person may change this record, as far as the page can know; the server decides. */
export function mayEdit(object: Rights, row: RecordRow, userId: string): boolean {
  return object.canEdit && (object.editsOwnOnly !== true || row['ownerId'] === userId);
}

export function mayDelete(object: Rights, row: RecordRow, userId: string): boolean {
  return object.canDelete && (object.deletesOwnOnly !== true || row['ownerId'] === userId);
}
