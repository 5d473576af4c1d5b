import { fieldType } from '@guanxi/field-types';
import type { Problem, WorkflowTestGiven } from '@guanxi/metadata';
import { recordTable } from '@guanxi/query';
import { liveAnchor, readDueRule, storedObject } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { RecordValues } from '../../records/record-values.js';
import { within, type TrialStage } from './trial-stage.js';

/** What a trial is given could not be made. */
export class NotGiven extends Error {
  override readonly name = 'NotGiven';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ message, hint }) => (hint ? `${message} ${hint}` : message)).join(' '));
  }
}

/**
 * Makes the record that a trial is about: what it points to first, what points to it afterwards. Answers its id. `asSaved`:
 * the record itself goes through all rules, as when somebody saves it.
 */
export async function giveRecords(stage: TrialStage, { record, parents = {}, related = [] }: WorkflowTestGiven, { asSaved = false } = {}): Promise<string> {
  const object = stage.model.objectByName.get(stage.workflow.object);
  if (!object) throw new RangeError(`There is no object ${stage.workflow.object}.`);
  const pointers: Record<string, string> = {};
  for (const [field, values] of Object.entries(parents)) {
    const target = object.fieldByName.get(field)?.target;
    if (target !== undefined) pointers[field] = await create(stage, target, values);
  }
  const id = await create(stage, object.name, { ...record, ...pointers }, asSaved);
  for (const { relation: name, values } of related) {
    const relation = object.relationByName.get(name);
    if (relation) await create(stage, relation.object, { ...values, [relation.field]: id });
  }
  return id;
}

/** Else without asking the rules: a test says what it is about and need not fill in the rest. */
async function create(stage: TrialStage, name: string, values: RecordValues, asSaved = false): Promise<string> {
  const { tx, performer, model } = stage;
  const object = model.objectByName.get(name);
  if (!object) throw new RangeError(`There is no object ${name}.`);
  const actor = await performer.actors.forSystem(tx.org);
  const written = await within(tx, () => performer.writer.create(tx, actor, storedObject(stage.place(), object).name, [values], { ...(!asSaved && { unchecked: true }), allowDuplicates: true }));
  if ('problems' in written) throw new NotGiven(written.problems);
  return written.ids[0] ?? '';
}

/** Changes the record as somebody would who saves it. */
export async function changeGiven({ tx, performer, workflow }: TrialStage, recordId: string, change: RecordValues): Promise<void> {
  const actor = await performer.actors.forSystem(tx.org);
  const written = await within(tx, () => performer.writer.update(tx, actor, workflow.object, [{ id: recordId, values: change }]));
  if ('problems' in written) throw new NotGiven(written.problems);
}

/** The values of the record that were written, by field and as the API carries them. Blanks are left out, and what no second record may have. */
export async function readRecordNow(stage: TrialStage, recordId: string): Promise<Readonly<Record<string, string | number | boolean | null>>> {
  const { tx, model, workflow } = stage;
  const object = model.objectByName.get(workflow.object);
  const fields = object?.fields.filter(({ writable, storage, unique }) => writable && storage === 'column' && !unique) ?? [];
  if (!object || fields.length === 0) return {};
  const pairs = fields.map((field) => sql`jsonb_build_object(${field.name}::text, ${fieldType(field.type).toJson(sql.id('record', field.column))})`);
  const [row] = await tx.run<{ values: Record<string, unknown> }>(sql`select ${sql.join(pairs, sql` || `)} as values from ${recordTable(tx.org.schema, object)} as record where record.id = ${recordId}::uuid`);
  return Object.fromEntries(Object.entries(row?.values ?? {}).filter((entry): entry is [string, string | number | boolean] => ['string', 'number', 'boolean'].includes(typeof entry[1])));
}

/** What time is counted from, where it stands in a related list: the latest of its values, to be given to a test. */
export async function readAnchorNow({ tx, workflow: { trigger }, place, workflow }: TrialStage, recordId: string): Promise<WorkflowTestGiven['related']> {
  if (!('elapsed' in trigger) || !('max' in trigger.elapsed.since)) return undefined;
  const { relation, field } = trigger.elapsed.since.max;
  const rule = readDueRule(workflow, place());
  const [row] = await tx.run<{ anchor: string | null }>(sql`
    select ${rule.line.write(sql`anchor`)} as anchor from (select ${liveAnchor(rule, 'record')} as anchor from ${rule.records} as record where record.id = ${recordId}::uuid) as live`);
  return row?.anchor ? [{ relation, values: { [field]: row.anchor } }] : undefined;
}
