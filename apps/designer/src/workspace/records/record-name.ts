import type { JsonValue } from '@guanxi/field-types';
import { writePersonName } from '@guanxi/field-types/widgets';
import type { ObjectDescription } from '@guanxi/metadata';
import type { RecordRow } from './record-row.js';

/** What people know a record by; its id where the name is blank. */
export function recordName({ nameField }: Pick<ObjectDescription, 'nameField'>, row: RecordRow): string {
  return nameText(row[nameField]) ?? row.id;
}

/** A record's name as the API answers it (a text, or the parts of a person's name) in one line; undefined where it is blank. */
export function nameText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'object' && value !== null ? writePersonName(value as JsonValue) || undefined : undefined;
}
