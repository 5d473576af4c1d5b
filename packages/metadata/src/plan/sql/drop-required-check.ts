import { sql } from 'kysely';
import type { FieldModel } from '../../model/model.js';
import { requiredCheckName } from '../../naming/index.js';
import type { ObjectPair } from '../model-pair.js';
import type { Place } from '../planned-change.js';
import { tableSql, type Sql } from './table-sql.js';

/** What may still stand for NOT NULL on a large table: work that had been left for later and is no longer wanted. */
export function dropRequiredCheck({ from, to }: Pick<ObjectPair, 'from' | 'to'>, field: FieldModel, place: Place): readonly Sql[] {
  if (place.isLarge?.(from.table) !== true) return [];
  return [sql`alter table ${tableSql(to, place)} drop constraint if exists ${sql.id(requiredCheckName(from.table, field.column))}`];
}
