import { sql } from 'kysely';
import type { AttachmentForm } from './attachment.js';

export const indexForm: AttachmentForm = {
  drop: (name, _table, place) => sql`drop index ${sql.id(place.schema, name)}`,
  rename: (from, to, { place }) => sql`alter index ${sql.id(place.schema, from)} rename to ${sql.id(to)}`,
};

export const constraintForm: AttachmentForm = {
  drop: (name, table, place) => sql`alter table ${sql.id(place.schema, table)} drop constraint ${sql.id(name)}`,
  rename: (from, to, { table, place }) => sql`alter table ${sql.id(place.schema, table)} rename constraint ${sql.id(from)} to ${sql.id(to)}`,
};

export const sequenceForm: AttachmentForm = {
  drop: (name, _table, place) => sql`drop sequence ${sql.id(place.schema, name)}`,
  rename: (from, to, { place }) => sql`alter sequence ${sql.id(place.schema, from)} rename to ${sql.id(to)}`,
};
