import type { JsonValue } from '../json-schema.js';
import { writeName } from './name-order.js';

/** A record's name as the API answers it (a text, or the parts of a person's name) in one line; undefined where it is blank. */
export function writeRecordName(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'object' && value !== null ? writeName(value as JsonValue) || undefined : undefined;
}
