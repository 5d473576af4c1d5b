import { fieldType, type JsonValue } from '@guanxi/field-types';
import type { ObjectModel, Problem, WebhookTrigger } from '@guanxi/metadata';
import { isRecordId } from '@guanxi/query';
import { storedField, storedObject, type OrgPlace, type RunValues } from '@guanxi/workflow';
import type { Actor } from '../../access/actor.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import type { RecordWriter } from '../../records/record-writer.js';
import { findRecords } from '../../records/write-records.js';

export interface FoundOrMade {
  readonly recordId: string;
  readonly made: boolean;
}

/** Somebody made the same record at the same moment: the transaction has to begin again, and will find it. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

interface Finding {
  readonly tx: OrgTransaction;
  /** The platform: whoever may send calls decides what they do. */
  readonly actor: Actor;
  readonly writer: Pick<RecordWriter, 'create'>;
  readonly place: OrgPlace;
  readonly object: ObjectModel;
  readonly at: string;
  /** Joins the history of what is made. */
  readonly operationId: string;
}

/** The record that a call is about, by the value that only it has, or a new one where the trigger says so. */
export async function findOrMake({ find, create }: WebhookTrigger, values: RunValues, finding: Finding): Promise<FoundOrMade | { readonly problems: readonly Problem[] }> {
  const { tx, actor, writer, place, object, at, operationId } = finding;
  const stored = storedObject(place, object);
  const named = object.fieldByName.get(find.field);
  const key = values[find.input] ?? null;
  if (key === null || !named) return { problems: [{ path: `/${find.input}`, code: 'input.missing', message: `${find.input} has to have a value: it says which ${object.label} the call is about.` }] };
  const field = storedField(place, object, named);
  const found = isFitting(key, field.type) && (field.name !== 'id' || isRecordId(key))
    ? await findRecords({ session: tx, actor, model: place.stored, at, operationId }, stored.name, field.name, [key])
    : new Map<string, string>();
  const [recordId] = found.values();
  if (recordId !== undefined) return { recordId, made: false };
  if (!create) return { problems: [{ path: `/${find.input}`, code: 'record.unknown', message: `There is no ${object.label} whose ${named.label} is ${String(key)}.` }] };
  const given = { ...create, ...(named.writable && !(find.field in create) && { [find.field]: find.input }) };
  const row = Object.fromEntries(Object.entries(given).map(([name, input]): [string, unknown] => {
    const target = object.fieldByName.get(name);
    if (!target) throw new RangeError(`${object.name} has no field ${name} in the workflow's revision.`);
    const to = storedField(place, object, target);
    return [to.name, asWritten(values[input] ?? null, to.type)];
  }));
  const made = await writer.create(tx, actor, stored.name, [row], { operationId });
  if (!('problems' in made)) return { recordId: made.ids[0] ?? '', made: true };
  if (made.problems.some(({ code }) => code === 'not-unique')) throw new Overtaken(`Another ${object.label} has come to have this ${named.label}.`);
  // Which row of a write it was is nobody's concern outside.
  return { problems: made.problems.map(({ path, code, message, hint }) => ({ path: path.replace(/^\/0/, ''), code, message, ...(hint && { hint }) })) };
}

/** Whole numbers travel as numbers, all else as runs keep it. */
function asWritten(value: JsonValue, type: string): unknown {
  return fieldType(type as Parameters<typeof fieldType>[0]).scalar === 'Integer' && typeof value === 'string' ? Number(value) : value;
}

/** A word cannot be looked for among numbers. */
function isFitting(key: JsonValue, type: string): boolean {
  const { scalar } = fieldType(type as Parameters<typeof fieldType>[0]);
  return !['Integer', 'Decimal'].includes(String(scalar)) || /^-?\d+(?:\.\d+)?$/.test(String(key));
}
