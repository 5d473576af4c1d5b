import { fieldType, translate, type JsonValue } from '@guanxi/field-types';
import type { FieldModel, ObjectModel, Translations } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { ValueCipher } from '../encryption/value-cipher.js';
import { readAccount } from './accounts.js';
import type { PersonPart, PersonPlace, PersonRecords } from './person-records.js';

/** Everything that is kept of a person, as plain values in the words of one language. */
export interface PersonContent {
  readonly records: readonly { readonly object: string; readonly how: PersonPart['how']; readonly records: readonly RecordContent[] }[];
  readonly history: readonly { readonly at: string; readonly object: string; readonly id: string; readonly kind: string; readonly changes: JsonValue }[];
  /** `reactions`: how many people gave which. */
  readonly comments: readonly { readonly at: string; readonly text: string; readonly pinnedAt: string | null; readonly reactions: Readonly<Record<string, number>> }[];
  readonly mails: readonly { readonly at: string; readonly to: string; readonly subject: string; readonly text: string; readonly status: string }[];
  readonly files: readonly PersonFile[];
  /** Of a user of the org; null for anybody else. */
  readonly account: JsonValue;
}

export interface RecordContent {
  readonly id: string;
  readonly createdAt: string;
  readonly values: readonly { readonly name: string; readonly label: string; readonly value: JsonValue }[];
}

export interface PersonFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

export interface ContentWish extends PersonPlace {
  readonly records: PersonRecords;
  readonly identifiers: readonly string[];
  readonly locale: string;
  readonly cipher: Pick<ValueCipher, 'decrypt'>;
}

export async function readPersonContent(wish: ContentWish): Promise<PersonContent> {
  const { session, schema, model, records, identifiers, locale } = wish;
  const own = sql`any(${[...records.own]}::uuid[])`;
  const parts = [];
  for (const part of records.parts) if (part.how !== 'account') parts.push({ object: labelOf(part.object, locale), how: part.how, records: await readRecords(wish, part) });
  const account = records.parts.find(({ how }) => how === 'account')?.ids[0];
  const history = await session.run<{ at: Date; object: string; id: string; kind: string; changes: JsonValue }>(sql`
    select at, object, record_id as id, kind, changes from ${orgTable(schema, 'history')} where record_id = ${own} order by id`);
  const comments = await session.run<{ at: Date; text: string; pinnedAt: Date | null; reactions: Readonly<Record<string, number>> }>(sql`
    select at, text, pinned_at as "pinnedAt", coalesce((select jsonb_object_agg(g.reaction, g.count) from (select reaction, count(*) from ${orgTable(schema, 'commentReaction')} where comment_id = c.id group by reaction) g), '{}') as reactions
    from ${orgTable(schema, 'comment')} c where record_id = ${own} and deleted_at is null order by at`);
  const mails = await session.run<{ at: Date; to: string; subject: string; text: string; status: string }>(sql`
    select coalesce(sent_at, created_at) as at, to_address as "to", subject, body_text as text, status from ${orgTable(schema, 'mail')}
    where (record_id = any(${[...records.all]}::uuid[]) or ${account !== undefined}) and lower(to_address) = any(${identifiers.map((one) => one.toLowerCase())}::text[]) order by created_at`);
  const secret = new Set(records.parts.flatMap(({ object }) => object.fields.filter(({ type }) => fieldType(type).encrypted).map(({ name }) => name)));
  return {
    records: parts,
    history: history.map(({ at, object, changes, ...row }) => {
      const known = model.objectById.get(object);
      const shown = Object.entries((changes ?? {}) as Readonly<Record<string, JsonValue>>).filter(([name]) => !secret.has(name));
      return { ...row, at: at.toISOString(), object: known ? labelOf(known, locale) : object, changes: Object.fromEntries(shown.map(([name, value]) => [known?.fieldByName.get(name) ? fieldLabel(known.fieldByName.get(name) as FieldModel, locale) : name, value])) };
    }),
    comments: comments.map(({ at, text, pinnedAt, reactions }) => ({ at: at.toISOString(), text, pinnedAt: pinnedAt?.toISOString() ?? null, reactions })),
    mails: mails.map(({ at, ...mail }) => ({ ...mail, at: at.toISOString() })),
    files: await readFiles(wish),
    account: account ? toJson(await readAccount(session, account)) : null,
  };
}

/** Moments as text. */
function toJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}

async function readRecords({ session, schema, locale, cipher }: ContentWish, { object, ids }: PersonPart): Promise<readonly RecordContent[]> {
  const fields = object.fields.filter((field) => !field.system && field.column !== '' && field.storage !== 'computed');
  const rows = await session.run<{ id: string; at: Date; row: Readonly<Record<string, JsonValue>> }>(sql`
    select id, created_at as at, to_jsonb(r) as row from ${recordTable(schema, object)} r where id = any(${[...ids]}::uuid[]) order by created_at, id`);
  return rows.map(({ id, at, row }) => ({
    id,
    createdAt: at.toISOString(),
    values: fields.map((field) => ({ name: field.name, label: fieldLabel(field, locale), value: readValue(field, row[field.column] ?? null, cipher) })).filter(({ value }) => value !== null),
  }));
}

function readValue({ type }: FieldModel, value: JsonValue, cipher: Pick<ValueCipher, 'decrypt'>): JsonValue {
  return fieldType(type).encrypted && typeof value === 'string' ? cipher.decrypt(value) : value;
}

async function readFiles({ session, schema, records }: ContentWish): Promise<readonly PersonFile[]> {
  const files = new Map<string, PersonFile>();
  const attached = await session.run<PersonFile>(sql`
    select f.id, f.name, f.size from ${orgTable(schema, 'attachment')} a join ${orgTable(schema, 'attachmentVersion')} v on v.attachment_id = a.id join ${orgTable(schema, 'file')} f on f.id = v.file_id
    where a.record_id = any(${[...records.own]}::uuid[]) and a.deleted_at is null and v.number = a.version`);
  for (const file of attached) files.set(file.id, file);
  for (const { object, ids } of records.parts) {
    for (const { column } of object.fields.filter(({ target, storage }) => target === 'File' && storage === 'column')) {
      for (const file of await session.run<PersonFile>(sql`select f.id, f.name, f.size from ${recordTable(schema, object)} r join ${orgTable(schema, 'file')} f on f.id = r.${sql.id(column)} where r.id = any(${[...ids]}::uuid[])`)) files.set(file.id, file);
    }
  }
  return [...files.values()];
}

function labelOf({ label, document }: ObjectModel, locale: string): string {
  return document ? translate(document.title, document.guanxi.titles, locale) : label;
}

function fieldLabel({ label, property }: FieldModel, locale: string): string {
  return translate(property.title ?? label, property.guanxi['titles'] as Translations | undefined, locale);
}
