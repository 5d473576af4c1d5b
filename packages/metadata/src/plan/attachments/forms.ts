import { sql } from 'kysely';
import type { AttachmentForm } from './attachment.js';

/** An index of a large table may not be there yet. */
export const indexForm: AttachmentForm = {
  rank: 'over columns',
  drop: (name, _table, place) => [sql`drop index if exists ${sql.id(place.schema, name)}`],
  rename: (from, to, { place }) => [sql`alter index if exists ${sql.id(place.schema, from)} rename to ${sql.id(to)}`],
};

export const constraintForm: AttachmentForm = {
  rank: 'over columns',
  drop: (name, table, place) => [sql`alter table ${sql.id(place.schema, table)} drop constraint ${sql.id(name)}`],
  rename: (from, to, { table, place }) => [sql`alter table ${sql.id(place.schema, table)} rename constraint ${sql.id(from)} to ${sql.id(to)}`],
};

export const sequenceForm: AttachmentForm = {
  rank: 'sequence',
  drop: (name, _table, place) => [sql`drop sequence ${sql.id(place.schema, name)}`],
  rename: (from, to, { place }) => [sql`alter sequence ${sql.id(place.schema, from)} rename to ${sql.id(to)}`],
};

/** Columns that nobody writes by hand. `columns` gives all of them by the name of the first. */
export function columnsForm(rank: 'rolled up' | 'generated', columns: (name: string) => readonly string[]): AttachmentForm {
  return {
    rank,
    drop: (name, table, place) => columns(name).map((column) => sql`alter table ${sql.id(place.schema, table)} drop column ${sql.id(column)}`),
    rename: (from, to, { table, place }) => {
      const after = columns(to);
      return columns(from).map((column, index) => sql`alter table ${sql.id(place.schema, table)} rename column ${sql.id(column)} to ${sql.id(after[index] ?? to)}`);
    },
  };
}
