import { orgTable, recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { FieldModel, ObjectModel } from '@guanxi/metadata';
import { containing } from './erase-traces.js';
import { identifyingFields, isAccount, objectsOfPeople } from './personal-fields.js';
import type { PersonPlace, PersonRecords } from './person-records.js';

export interface FoundPerson {
  readonly object: string;
  readonly id: string;
  readonly name: string;
  /** Names of the fields that the text was found in. */
  readonly fields: readonly string[];
  readonly deleted: boolean;
}

/** A text that names a person although it is no value of theirs. */
export interface Mention {
  /** Name of the object, or of the place: `comment`, `notification`, `file`. */
  readonly place: string;
  /** Of the record, or of the comment, notification or file. */
  readonly id: string;
  readonly recordId: string | null;
  readonly object: string | null;
  readonly name: string;
  readonly field: string | null;
}

const MOST_PER_OBJECT = 20;
const MOST_MENTIONS_PER_PLACE = 10;
const TEXTS: ReadonlySet<string> = new Set(['text', 'longText', 'richText', 'url', 'email', 'phone', 'personName', 'address', 'json']);

/** People of all objects whose name, address, phone or number has the text in it; those in the recycle bin too. */
export async function findPeople(place: PersonPlace, text: string): Promise<readonly FoundPerson[]> {
  const digits = text.replace(/\D/g, '');
  const found: FoundPerson[] = [];
  for (const object of objectsOfPeople(place.model)) {
    const fields = identifyingFields(object);
    const hits = fields.map((field) => {
      const value = textOf(field);
      return digits.length >= 5 && field.type === 'phone' ? sql`(${value} ilike ${containing(text)} or regexp_replace(${value}, '\\D', '', 'g') like ${containing(digits)})` : sql`${value} ilike ${containing(text)}`;
    });
    const deleted = isAccount(object) ? sql`false` : sql`r.deleted_at is not null`;
    const rows = await place.session.run<{ id: string; name: string | null; deleted: boolean; hits: readonly (boolean | null)[] }>(sql`
      select r.id, ${nameOf(object)} as name, ${deleted} as deleted, array[${sql.join(hits)}] as hits from ${recordTable(place.schema, object)} r
      where (${sql.join(hits, sql` or `)}) and ${isAccount(object) ? sql`exists (select from guanxi."user" u where u.id = r.id and u.email = r.email)` : sql`not exists (select from ${orgTable(place.schema, 'merged')} m where m.record_id = r.id)`} order by deleted, name, r.id limit ${MOST_PER_OBJECT}`);
    for (const { hits: which, name, ...row } of rows) found.push({ object: object.name, ...row, name: name ?? '', fields: fields.filter((_, index) => which[index] === true).map((field) => field.name) });
  }
  return found;
}

/** Where else the person is named: in texts of other records, of comments, notifications and names of files. */
export async function findMentions({ session, schema, model }: PersonPlace, { all, own }: PersonRecords, identifiers: readonly string[]): Promise<readonly Mention[]> {
  if (identifiers.length === 0) return [];
  const patterns = identifiers.map(containing);
  const mentions: Mention[] = [];
  for (const object of model.objects) {
    const fields = object.fields.filter(({ type, storage, system }) => !system && storage === 'column' && TEXTS.has(type));
    if (object.platform || fields.length === 0) continue;
    const hits = fields.map((field) => sql`${textOf(field)} ilike any(${patterns}::text[])`);
    const rows = await session.run<{ id: string; name: string | null; hits: readonly (boolean | null)[] }>(sql`
      select r.id, ${nameOf(object)} as name, array[${sql.join(hits)}] as hits from ${recordTable(schema, object)} r where (${sql.join(hits, sql` or `)}) and r.id <> all(${[...own]}::uuid[]) order by r.id limit ${MOST_MENTIONS_PER_PLACE}`);
    for (const { id, name, hits: which } of rows) {
      for (const [index, field] of fields.entries()) if (which[index] === true && !(all.includes(id) && field.personal)) mentions.push({ place: object.name, id, object: object.name, recordId: id, name: name ?? '', field: field.name });
    }
  }
  const others = await session.run<{ place: string; id: string; object: string | null; recordId: string | null; name: string }>(sql`
    (select 'comment' as place, id, object, record_id as "recordId", left(text, 80) as name from ${orgTable(schema, 'comment')} where text ilike any(${patterns}::text[]) and record_id <> all(${[...own]}::uuid[]) limit ${MOST_MENTIONS_PER_PLACE})
    union all (select 'notification', id, object, record_id, left(text, 80) from ${orgTable(schema, 'notification')} where text ilike any(${patterns}::text[]) and (record_id is null or record_id <> all(${[...all]}::uuid[])) limit ${MOST_MENTIONS_PER_PLACE})
    union all (select 'file', id, object, record_id, name from ${orgTable(schema, 'attachment')} where name ilike any(${patterns}::text[]) and (record_id is null or record_id <> all(${[...own]}::uuid[])) limit ${MOST_MENTIONS_PER_PLACE})`);
  for (const { object, ...other } of others) mentions.push({ ...other, object: (object && model.objectById.get(object)?.name) ?? null, field: null });
  return mentions;
}

function nameOf(object: ObjectModel): RawBuilder<unknown> {
  const field = object.fieldByName.get(object.nameField);
  return field && (field.storage === 'column' || field.storage === 'generated') ? textOf(field) : sql`''`;
}

function textOf({ column, type }: FieldModel): RawBuilder<unknown> {
  const value = sql.id('r', column);
  return type === 'personName' ? sql`(select string_agg(part.value, ' ') from jsonb_each_text(${value}) part)` : sql`${value}::text`;
}
