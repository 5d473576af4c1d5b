import { type RawBuilder, sql } from 'kysely';
import type { Cast, CastContext, FieldTypeName } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import type { PicklistSettings } from '../picklist/picklist-values.js';
import { compareText } from '../text/text-value.js';

type Sql = RawBuilder<unknown>;

const pieces = (text: Sql) => sql`array_remove(regexp_split_to_array(btrim(${text}), '\\s*[;；]\\s*'), '')`;

/** A list, of which every member is offered. */
const fromList = (listOf: (column: Sql) => Sql): Cast =>
  fittingOr({
    fits: (column, context) => sql<boolean>`(${column} is null or (${listOf(column)} <@ ${offered(context)} and cardinality(${listOf(column)}) > 0))`,
    value: (column, context) => inOrder(listOf(column), context),
  });

export const castsToList: Partial<Record<FieldTypeName, Cast>> = {
  multiPicklist: fromList((column) => column),
  picklist: fromList((column) => sql`array[${column}]`),
  text: fromList(pieces),
  longText: fromList(pieces),
};

/** The members in the order of the kind. A sub-select could sort them, but the change of a column's type takes none. */
function inOrder(list: Sql, context: CastContext): Sql {
  const members = valuesOf(context).map((value) => sql`case when ${sql.lit(value)} = any(${list}) then ${sql.lit(value)} end`);
  return members.length === 0 ? sql`null` : sql`nullif(array_remove(array[${sql.join(members)}]::text[], null), array[]::text[])`;
}

function offered(context: CastContext): Sql {
  return sql`array[${sql.join(valuesOf(context).map((value) => sql.lit(value)))}]::text[]`;
}

function valuesOf({ to }: CastContext): string[] {
  return (to as PicklistSettings).values.map(({ value }) => value).sort(compareText);
}
