import type { FieldModel, Model } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { v7 as makeId } from 'uuid';
import type { OrgTransaction } from '../database/sql-session.js';
import { heldRecords } from './holds.js';

/** One of the mentions that were found: an object's name with a field, or `comment`, `notification` or `file`. `id`: of the record, or of what is in the place. */
export interface ChosenMention {
  readonly place: string;
  readonly id: string;
  readonly field: string | null;
}

export interface MentionChange {
  readonly model: Model;
  /** Texts by which the person is named. */
  readonly identifiers: readonly string[];
  /** Stands in their place; empty: nothing does. */
  readonly text: string;
  readonly actorId: string;
  readonly at: Date;
}

/** Fields in which a name may stand among other words. What another kind of field says of the person is blanked altogether. */
const PROSE: ReadonlySet<string> = new Set(['text', 'longText', 'richText']);
const PLACES = { comment: ['comment', 'text'], notification: ['notification', 'text'], file: ['attachment', 'name'] } as const;

/** Takes the person's names out of texts that are not theirs, and out of what these said before. Answers how many were changed; what is on hold is left. */
export async function replaceMentions(tx: OrgTransaction, mentions: readonly ChosenMention[], change: MentionChange): Promise<number> {
  let changed = 0;
  for (const mention of mentions) if (await replaceMention(tx, mention, change)) changed += 1;
  return changed;
}

async function replaceMention(tx: OrgTransaction, { place, id, field: name }: ChosenMention, change: MentionChange): Promise<boolean> {
  const { schema } = tx.org;
  if (place in PLACES) {
    const [table, column] = PLACES[place as keyof typeof PLACES];
    const text = without(sql.id(column), change.identifiers, change.text);
    // What would be left of a name or a comment may not be nothing.
    return (await tx.run(sql`update ${orgTable(schema, table)} set ${sql.id(column)} = coalesce(nullif(btrim(${text}), ''), '–') where id = ${id}::uuid returning 1 as one`)).length > 0;
  }
  const object = change.model.objectByName.get(place);
  const field = object?.fieldByName.get(name ?? '');
  if (!object || object.platform || !field || field.system || field.storage !== 'column') return false;
  if ((await heldRecords(tx, object, [id])).has(id)) return false;
  const rows = await tx.run(sql`update ${recordTable(schema, object)} set ${sql.id(field.column)} = ${valueWithout(field, change)}, version = version + 1, updated_at = ${change.at}::timestamptz, updated_by = ${change.actorId}::uuid where id = ${id}::uuid returning id`);
  if (rows.length === 0) return false;
  const values = without(sql`(changes -> ${field.name}::text)::text`, change.identifiers.map(inJson), inJson(change.text));
  await tx.run(sql`update ${orgTable(schema, 'history')} set changes = ${PROSE.has(field.type) ? sql`jsonb_set(changes, array[${field.name}::text], (${values})::jsonb)` : sql`changes - ${field.name}::text`}
    where object = ${object.id} and record_id = ${id}::uuid and changes ? ${field.name}::text`);
  await tx.run(sql`insert into ${orgTable(schema, 'history')} (object, record_id, kind, changes, actor_id, source, operation_id, at)
    values (${object.id}, ${id}::uuid, 'updated', '{}', ${change.actorId}::uuid, 'page', ${makeId()}::uuid, ${change.at}::timestamptz)`);
  return true;
}

function valueWithout(field: FieldModel, { identifiers, text }: MentionChange): RawBuilder<unknown> {
  const column = sql.id(field.column);
  if (!PROSE.has(field.type)) return field.required ? column : sql`null`;
  const left = sql`nullif(btrim(${without(column, identifiers, text)}), '')`;
  return field.required ? sql`coalesce(${left}, '–')` : left;
}

/** The longest first: what stands within another goes with it. */
function without(value: RawBuilder<unknown>, identifiers: readonly string[], text: string): RawBuilder<unknown> {
  const sorted = [...identifiers].sort((left, right) => right.length - left.length);
  return sorted.reduce<RawBuilder<unknown>>((left, one) => sql`regexp_replace(${left}, ${literal(one)}::text, ${text.replaceAll('\\', '\\\\')}::text, 'gi')`, value);
}

/** A pattern of PostgreSQL that stands for the text alone. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
