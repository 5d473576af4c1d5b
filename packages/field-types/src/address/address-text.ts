import { type RawBuilder, sql } from 'kysely';
import type { JsonValue } from '../json-schema.js';
import { pieceOf } from '../parts/pieces.js';
import { ADDRESS_KEYS } from './address-labels.js';

/** On one line, as letters have it. */
export function writeAddress(value: JsonValue): string {
  return ADDRESS_KEYS.flatMap((key) => pieceOf(value, key) ?? []).map((given) => String(given).replaceAll('\n', ', ')).join(', ');
}

/** Without `concat`, which no index may be made over. */
export function addressText(column: RawBuilder<unknown>): RawBuilder<string | null> {
  const pieces = ADDRESS_KEYS.map((key) => sql`coalesce(', ' || (${column} ->> ${sql.lit(key)}), '')`);
  return sql<string | null>`nullif(replace(substr(${sql.join(pieces, sql` || `)}, 3), E'\\n', ', '), '')`;
}
