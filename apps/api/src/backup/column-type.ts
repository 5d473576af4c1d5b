import { sql, type RawBuilder } from 'kysely';

/**
 * The type that a backup says a column has, as SQL; undefined for any that columns of orgs never had. A file from outside
 * puts no word of its own into a statement.
 */
export function columnTypeOf(written: string): RawBuilder<unknown> | undefined {
  const [, name = '', first, second, rest = ''] = /^([a-z ]+?)(?:\((\d{1,4})(?:,(-?\d{1,4}))?\))?( with time zone| without time zone|\[\])?$/.exec(written) ?? [];
  const known = types[`${name}${rest}`];
  if (!known) return undefined;
  const sizes = [first, second].flatMap((size) => (size === undefined ? [] : [sql.lit(Number(size))]));
  return known(sizes.length > 0 ? sql`(${sql.join(sizes)})` : sql``);
}

const types: Readonly<Record<string, (size: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  text: () => sql`text`,
  'text[]': () => sql`text[]`,
  bigint: () => sql`bigint`,
  integer: () => sql`integer`,
  numeric: (size) => sql`numeric${size}`,
  boolean: () => sql`boolean`,
  date: () => sql`date`,
  'time without time zone': (size) => sql`time${size}`,
  'timestamp with time zone': (size) => sql`timestamptz${size}`,
  uuid: () => sql`uuid`,
  jsonb: () => sql`jsonb`,
};
