import { writeRecordName } from '@guanxi/field-types/widgets';
import type { ObjectDescription } from '@guanxi/metadata';
import type { RecordRow } from './record-row.js';

/** What people know a record by; its id where the name is blank. */
export function recordName({ nameField }: Pick<ObjectDescription, 'nameField'>, row: RecordRow): string {
  return writeRecordName(row[nameField]) ?? row.id;
}
