import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import { isAccount, personalFields } from './personal-fields.js';

/** Records of one object that tell of a person. */
export interface PersonPart {
  readonly object: ObjectModel;
  readonly ids: readonly string[];
  /** person: the person's own, also such as were merged into it. detail: belongs to it as a part. reference: another record that points to it. account: a user of the org. */
  readonly how: 'person' | 'detail' | 'reference' | 'account';
}

/** Where what is known of a person is looked for. */
export interface PersonPlace {
  readonly session: SqlSession;
  readonly schema: string;
  readonly model: Model;
}

export interface PersonRecords {
  /** The person's own records first. A part of how `reference` has its personal fields only, the others are the person's altogether. */
  readonly parts: readonly PersonPart[];
  /** Ids of all of them: what ran, was sent and was told about these may name the person. */
  readonly all: readonly string[];
  /** Ids of the person's own records and their details. */
  readonly own: readonly string[];
}

/** Everything that hangs on a person's record, the recycle bin included. */
export async function findPersonRecords({ session, schema, model }: PersonPlace, object: ObjectModel, id: string): Promise<PersonRecords> {
  // What a user wrote and owns is the org's; what is theirs is the account.
  if (isAccount(object)) return { parts: [{ object, ids: [id], how: 'account' }], all: [], own: [] };
  const merged = await session.run<{ id: string }>(sql`
    with recursive gone (id) as (select ${id}::uuid union select m.record_id from ${orgTable(schema, 'merged')} m join gone on m.into_id = gone.id) select id from gone order by id <> ${id}::uuid, id`);
  const parts: PersonPart[] = [{ object, ids: merged.map((row) => row.id), how: 'person' }];
  const seen = new Set(parts[0]?.ids);
  for (const part of parts) {
    if (part.how === 'reference') continue;
    for (const { object: other, field } of fieldsTo(model, part.object)) {
      const rows = await session.run<{ id: string }>(sql`select id from ${recordTable(schema, other)} where ${sql.id(field.column)} = any(${[...part.ids]}::uuid[]) order by id`);
      const ids = rows.map((row) => row.id).filter((one) => !seen.has(one));
      ids.forEach((one) => seen.add(one));
      if (ids.length > 0) parts.push({ object: other, ids, how: field.type === 'masterDetail' ? 'detail' : 'reference' });
    }
  }
  return { parts, all: [...seen], own: parts.filter(({ how }) => how !== 'reference').flatMap(({ ids }) => ids) };
}

/** The records without some of them. */
export function leaveOut({ parts, all, own }: PersonRecords, ids: ReadonlySet<string>): PersonRecords {
  const without = (list: readonly string[]) => list.filter((id) => !ids.has(id));
  return { parts: parts.map((part) => ({ ...part, ids: without(part.ids) })).filter(({ ids: left }) => left.length > 0), all: without(all), own: without(own) };
}

/** What the parts say: texts by which the person is named, as they are now and as they were. */
export async function findIdentifiers({ session, schema }: PersonPlace, { parts }: PersonRecords, fields: readonly FieldModel[]): Promise<readonly string[]> {
  const own = parts.filter(({ how }) => how === 'person' || how === 'account');
  const texts = new Set<string>();
  for (const { object, ids } of own) {
    for (const { column, name, type } of fields) {
      const values = await session.run<{ now: string | null; was: readonly unknown[] | null }>(sql`
        select ${type === 'personName' ? sql`(select string_agg(part.value, ' ') from jsonb_each_text(r.${sql.id(column)}) part)` : sql`r.${sql.id(column)}::text`} as now,
          (select jsonb_agg(h.changes -> ${name}::text) from ${orgTable(schema, 'history')} h where h.object = ${object.id} and h.record_id = r.id and h.changes ? ${name}::text) as was
        from ${recordTable(schema, object)} r where r.id = any(${[...ids]}::uuid[])`);
      for (const { now, was } of values) for (const text of [now, ...(was ?? []).flat()]) if (typeof text === 'string' && isTelling(text)) texts.add(text.trim());
    }
  }
  return [...texts];
}

/** Shorter texts stand in too many others to say of whom these tell. */
function isTelling(text: string): boolean {
  const { length } = [...text.trim()];
  return /\p{Script=Han}/u.test(text) ? length >= 2 : length >= 4;
}

function fieldsTo({ objects }: Model, target: ObjectModel): readonly { readonly object: ObjectModel; readonly field: FieldModel }[] {
  return objects.filter(({ platform }) => !platform).flatMap((object) => object.fields.filter((field) => field.storage === 'column' && !field.system && field.target === target.name).map((field) => ({ object, field })));
}

/** The fields of a part that an erasure blanks. */
export function fieldsToErase({ object }: PersonPart): readonly FieldModel[] {
  return personalFields(object);
}
