import { say } from '@guanxi/field-types';
import { fieldWord, objectWord, pluralWord } from '@guanxi/metadata';
import { sql } from 'kysely';
import type { RowProblem } from '../convert-row.js';
import type { KeyReference } from '../import-shape.js';
import { rowFaults } from '../import-wording.js';
import { openRows, type StretchPlace } from './stretch-place.js';

const MADE_AT_ONCE = 1_000;

/** Records made because a row named them, by object name. */
export type Made = Record<string, number>;

/** Sees to it that every key of the stretch leads to a record: makes what is missing where the plan says so, and rejects the rows of the rest. */
export async function resolveKeys(place: StretchPlace): Promise<Made> {
  const made: Made = {};
  const problems = new Map<number, RowProblem[]>();
  for (const reference of place.shape.references) {
    const missing = await findMissing(reference, place);
    if (missing.length === 0) continue;
    const refused = reference.createMissing ? await makeTargets(reference, missing, place, made) : new Map(missing.map((key) => [key, notFound(reference, key, place)]));
    for (const { row, key } of await rowsOf(reference, [...refused.keys()], place)) {
      const problem = refused.get(key);
      if (problem) problems.set(row, [...(problems.get(row) ?? []), problem]);
    }
  }
  await place.staging.addOutcomes(place.tx, [...problems].map(([row, own]) => ({ row, kind: 'rejected', problems: own })));
  return made;
}

/** Rows that point to another row of the same stretch come after it: the row before which the stretch has to end, if there is one. */
export async function findOwnReference(place: StretchPlace): Promise<number | undefined> {
  const { references, object } = place.shape;
  let first: number | undefined;
  for (const { staged, by, target } of references) {
    if (target !== object || !place.shape.fields.includes(by)) continue;
    const [found] = await place.tx.run<{ row: number | null }>(sql`select min(s."_row") as row from ${place.staging.rows} s
      where ${openRows(place, 's')} and exists (select from ${place.staging.rows} e where e."_row" > ${place.after} and e."_row" < s."_row" and ${sql.id('e', by.column)} = ${sql.id('s', staged.keys)}::${staged.keyType})`);
    if (found && found.row !== null) first = Math.min(first ?? found.row, found.row);
  }
  return first;
}

async function findMissing({ staged, target, by }: KeyReference, place: StretchPlace): Promise<readonly string[]> {
  const { mode, shape, staging, tx } = place;
  const key = sql.id('s', staged.keys);
  // What a row before this one will have made by then is there, as far as a preview can tell.
  const among = mode === 'check' && target === shape.object && shape.fields.includes(by)
    ? sql` and not exists (select from ${staging.rows} e where ${sql.id('e', by.column)} = k.key::${staged.keyType} and e."_row" < k.row)`
    : sql``;
  const found = await tx.run<{ key: string }>(sql`select k.key from (select ${key} as key, min(s."_row") as row from ${staging.rows} s where ${key} is not null and ${openRows(place, 's')} group by 1) k
    where not exists (select from ${staged.target} t where ${sql.id('t', staged.keyColumn)} = k.key::${staged.keyType} and ${staged.alive})${among}`);
  return found.map((one) => one.key);
}

async function rowsOf({ staged }: KeyReference, keys: readonly string[], place: StretchPlace): Promise<readonly { readonly row: number; readonly key: string }[]> {
  if (keys.length === 0) return [];
  const key = sql.id('s', staged.keys);
  return place.tx.run(sql`select s."_row" as row, ${key} as key from ${place.staging.rows} s where ${key} = any(${[...keys]}::text[]) and ${openRows(place, 's')}`);
}

/** Makes a record for each key, named by it until somebody gives it a better name. Answers the keys that were refused. */
async function makeTargets(reference: KeyReference, keys: readonly string[], place: StretchPlace, made: Made): Promise<Map<string, RowProblem>> {
  const { target, by, heading, field } = reference;
  const { writing: { actor, operationId }, writer, tx } = place;
  const nameField = target.fieldByName.get(target.nameField);
  const refused = new Map<string, RowProblem>();
  for (let start = 0; start < keys.length; start += MADE_AT_ONCE) {
    let part = keys.slice(start, start + MADE_AT_ONCE);
    while (part.length > 0) {
      const offered = part;
      const rows = part.map((key) => ({ ...(nameField?.writable ? { [nameField.name]: key } : {}), [by.name]: key }));
      const result = await writer.create(tx, actor, target.name, rows, { operationId });
      if (!('problems' in result)) {
        made[target.name] = (made[target.name] ?? 0) + part.length;
        break;
      }
      for (const { path, code, message } of result.problems) {
        const index = Number(path.split('/')[1] ?? Number.NaN);
        const reason = say({ ...rowFaults.cannotMake, words: { target: objectWord(target), value: offered[index] ?? '', reason: message } }, actor.locale);
        // What is about no row is about all of them.
        for (const key of Number.isInteger(index) ? [offered[index] ?? ''] : offered) refused.set(key, { column: heading, field: field.name, value: key, code, message: reason });
      }
      part = part.filter((key) => !refused.has(key));
    }
  }
  return refused;
}

function notFound({ heading, field, target, by }: KeyReference, key: string, { writing: { actor } }: StretchPlace): RowProblem {
  const words = { target: objectWord(target), targets: pluralWord(target), field: fieldWord(by), value: key };
  return {
    column: heading,
    field: field.name,
    value: key,
    code: 'target_not_found',
    message: say({ ...rowFaults.noTarget, words }, actor.locale),
    hint: say({ ...(target.platform ? rowFaults.invite : rowFaults.importFirst), words }, actor.locale),
  };
}
