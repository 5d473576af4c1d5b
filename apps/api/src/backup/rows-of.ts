import { sql, type RawBuilder } from 'kysely';
import type { BackupTable } from './backup-format.js';

/** The rows of a table as `copy … to stdout` lines; `from` is called `t` in them. The same rows are the same lines on every server. */
export function rowsOf({ columns, key }: Pick<BackupTable, 'columns' | 'key'>, from: RawBuilder<unknown>, instead: Readonly<Record<string, RawBuilder<unknown>>> = {}): RawBuilder<unknown> {
  const typeOf = new Map(columns.map(({ name, type }) => [name, type]));
  const selected = columns.map(({ name }) => instead[name] ?? sql.id('t', name));
  const order = key.length > 0
    ? sql.join(key.map((name) => (typeOf.get(name) === 'text' ? sql`${sql.id('t', name)} collate "C"` : sql.id('t', name))))
    : sql`row(${sql.join(selected)})::text collate "C"`;
  return sql`copy (select ${sql.join(selected)} from ${from} as t order by ${order}) to stdout`;
}
