import type { JsonValue } from '@guanxi/field-types';
import { valueName, type FieldModel } from '@guanxi/metadata';
import { compileDefaults } from '@guanxi/query';
import { missing } from './describe-fault.js';
import { checkValues, type Preparation, type PreparedRows } from './prepare-rows.js';
import type { WriteFault } from './record-values.js';
import { bound, columnsOf, keepStatement } from './run-write.js';
import { groundOf, type PreparedRow, type WritePlace } from './write-place.js';
import { writeTraits } from './write-traits.js';

/** Gives new records what default formulas come to, where they have no value yet; the answers are checked as any other value. */
export async function fillDefaults(prepared: PreparedRows, preparation: Preparation, place: WritePlace): Promise<PreparedRows> {
  const wanted = writeTraits(preparation.object).defaultFormulas;
  if (wanted.length === 0 || prepared.rows.every((row) => wanted.every(({ name }) => name in row))) return prepared;
  const answers = await askFormulas(prepared.rows, wanted, preparation, place);
  const problems: WriteFault[] = [...prepared.problems];
  const told = new Set(problems.map(({ path }) => path));
  const rows = prepared.rows.map((row, index): PreparedRow => {
    const open = wanted.filter(({ name }) => !(name in row) && !told.has(`/${index}/${name}`));
    const answer = Object.fromEntries(open.map((field) => [valueName(field), answers[index]?.[field.name] ?? null]));
    const found = Object.entries(answer).filter(([, value]) => value !== null);
    const all = { ...checkDefaults(Object.fromEntries(found), index, preparation, problems), ...row };
    for (const field of open) if (field.required && !(field.name in all)) problems.push(missing(index, field, preparation.context.locale));
    return all;
  });
  return { ...prepared, rows, problems };
}

/** What is missing of the other fields was told before. */
function checkDefaults(values: Readonly<Record<string, JsonValue>>, index: number, preparation: Preparation, problems: WriteFault[]): PreparedRow {
  return checkValues(values, index, { ...preparation, purpose: 'update' }, problems);
}

async function askFormulas(rows: readonly PreparedRow[], wanted: readonly FieldModel[], { object }: Preparation, place: WritePlace): Promise<Readonly<Record<string, JsonValue>>[]> {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort();
  const request = { object: object.name, fields, defaults: wanted.map(({ name }) => name) };
  const key = `defaults ${place.actor.org.schema} ${place.actor.access.key} ${JSON.stringify(request)}`;
  const statement = keepStatement(place.model, key, () => compileDefaults(request, groundOf(place)));
  const input = rows.map((row, index) => ({ _row: index, ...columnsOf(row, object) }));
  const variables = { rows: JSON.stringify(input), at: place.at, actor: place.actor.userId };
  const answers = await place.session.run<{ values: string }>(bound(statement, place, variables));
  return answers.map(({ values }) => JSON.parse(values) as Record<string, JsonValue>);
}
