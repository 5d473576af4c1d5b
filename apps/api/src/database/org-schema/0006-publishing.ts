import { sql, type RawBuilder } from 'kysely';

/** What publishing leaves behind for writers, for work after the commit and for taking things back. */
export function publishing(schema: string): RawBuilder<unknown>[] {
  const table = (name: string) => sql.id(schema, name);
  return [
    // One row. A writing statement that was compiled for another revision notices it here, in its own snapshot.
    sql`create table ${table('_revision')} (number integer not null)`,
    sql`insert into ${table('_revision')} (number)
      select coalesce((select published_revision from guanxi.org where schema = ${schema}), 0)`,
    // Indexes to be built and constraints to be validated while everybody works. A row goes when its work is done.
    sql`create table ${table('_pending_work')} (
      id bigint generated always as identity primary key,
      revision integer not null,
      kind text not null check (kind in ('index', 'constraint', 'required')),
      object text not null,
      field text,
      name text not null,
      since timestamptz not null,
      attempts integer not null default 0,
      error text
    )`,
    // Columns and tables that were removed, renamed aside until `removed_at` is long ago. `object` and `field` are ids.
    sql`create table ${table('_removed')} (
      id uuid primary key,
      kind text not null check (kind in ('object', 'field')),
      object text not null,
      field text,
      document json not null,
      table_name text not null,
      column_name text,
      removed_at timestamptz not null,
      removed_by uuid,
      revision integer not null
    )`,
    // Units of a currency for one of the org's own, from a day on.
    sql`create table ${table('_currency_rate')} (
      code text not null,
      starts_on date not null,
      rate numeric not null check (rate > 0),
      primary key (code, starts_on)
    )`,
    // How often API clients named a field, per day; names as they were that day.
    sql`create table ${table('_api_use')} (
      object text not null,
      field text not null,
      day date not null,
      uses bigint not null,
      primary key (object, field, day)
    )`,
  ];
}
