import { sql, type RawBuilder } from 'kysely';
import type { Model } from '../model/model.js';
import { attachmentsOf } from './attachments/attachments-of.js';
import { ownFields, ownObjects } from './model-pair.js';
import type { OnlineWork, Place } from './planned-change.js';
import { isWritten } from './sql/table-sql.js';

/** What the tables of a model have to have in the end, and may lack for a while when they are large. */
export interface TableParts {
  /** Indexes with the statements that build them concurrently, and constraints with those that look at every row. */
  readonly works: readonly (OnlineWork & { readonly table: string; /** Builds it anew where it is missing. */ readonly create: readonly RawBuilder<unknown>[] })[];
  /** Columns that hold a value in every row. */
  readonly required: readonly { readonly table: string; readonly column: string }[];
}

export function tableParts(model: Model, place: Place): TableParts {
  const works = attachmentsOf(model, place).flatMap((attachment) => {
    const online = attachment.online?.(place);
    return online ? [{ ...online.work, table: attachment.table, create: online.now }] : [];
  });
  const required = ownObjects(model).flatMap((object) =>
    ownFields(object).filter((field) => isWritten(field) && field.required).map((field) => ({ table: object.table, column: field.column })),
  );
  return { works, required };
}

/** Ends the work for a required column: what the check has proven needs no second look. */
export function settleRequired(at: { readonly table: string; readonly column: string; readonly check: string }, place: Place): readonly RawBuilder<unknown>[] {
  const table = sql.id(place.schema, at.table);
  return [
    sql`alter table ${table} alter column ${sql.id(at.column)} set not null`,
    sql`alter table ${table} drop constraint ${sql.id(at.check)}`,
  ];
}
