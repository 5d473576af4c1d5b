import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { columnType } from '../compile/column-types.js';
import { ACTOR, AT } from './write-parts.js';

/** What a stored field of a new record has. Numbers are made last, so that none is spent on a record that is refused. */
export function newValue(fields: readonly FieldModel[]): (field: FieldModel) => RawBuilder<unknown> {
  return (field) => {
    if (field.name === 'owner') return fields.includes(field) ? sql`coalesce(i.owner_id, ${ACTOR})` : ACTOR;
    if (fields.includes(field)) return sql.id('i', field.column);
    return MADE[field.name] ?? sql`${emptyValue(field)}::${columnType(field)}`;
  };
}

const MADE: Readonly<Record<string, RawBuilder<unknown>>> = { id: sql`i."_id"`, createdAt: AT, createdBy: ACTOR, updatedAt: AT, updatedBy: ACTOR, version: sql`1` };

/** Nothing points to a new record yet. */
function emptyValue({ rollUp }: FieldModel): RawBuilder<unknown> {
  return rollUp?.operation === 'count' || rollUp?.operation === 'sum' ? sql`0` : sql`null`;
}
