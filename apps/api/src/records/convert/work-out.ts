import { fieldType, say, type JsonValue } from '@guanxi/field-types';
import { checkFormula, evaluateFormula, type FormulaValue, type TypedFormula } from '@guanxi/formula';
import { fieldWord, formulaScope, objectWord, valueName, type FieldModel, type ObjectModel } from '@guanxi/metadata';
import { assembleAnswer, bindStatement, compileRead, formulaReads } from '@guanxi/query';
import { readReferences, referenceRoots } from '../../metadata/formulas/reference-roots.js';
import { faults } from '../fault-wording.js';
import type { Refused, WriteFault } from '../record-values.js';
import { groundOf, type WritePlace } from '../write-place.js';

/** What formulas over a record come to, as values of fields of `written`, under their API names. The record is read with the person's own rights. */
export async function workOut(
  place: WritePlace,
  object: ObjectModel,
  written: ObjectModel,
  id: string,
  formulas: Readonly<Record<string, string>>,
): Promise<{ readonly values: Readonly<Record<string, JsonValue>> } | Refused> {
  const values: Record<string, JsonValue> = {};
  const problems: WriteFault[] = [];
  for (const [name, text] of Object.entries(formulas)) {
    const field = written.fieldByName.get(name);
    const checked = checkFormula(text, formulaScope(place.model, object.name));
    if (!field || !checked.ok) throw new Error(`The formula of ${written.name}.${name} was not checked when it was published.`);
    const hidden = formulaReads(place.model, object, checked.formula).find(([one, read]) => place.actor.access.objects.get(one)?.readableFields.has(read) !== true);
    if (hidden) problems.push(unreadable(field, hidden, place));
    else values[valueName(field)] = fit(field, await evaluate(place, object, checked.formula, id), place);
  }
  return problems.length > 0 ? { problems } : { values };
}

async function evaluate(place: WritePlace, object: ObjectModel, formula: TypedFormula, id: string): Promise<JsonValue> {
  const { actor, session, model, at } = place;
  const { org, userId } = actor;
  const statement = compileRead({ roots: referenceRoots(formula, { model, object: object.name, recordId: id, userId }) }, groundOf(place));
  const facts = { name: org.name, currency: org.currency, timeZone: org.timeZone };
  const values = bindStatement(statement, { variables: {}, me: userId, now: at, timeZone: actor.timeZone, org: facts });
  const [row = {}] = await session.run<Record<string, string | null>>({ text: statement.text, values });
  const answer = JSON.parse(`{${assembleAnswer(statement, Object.values(row))}}`) as Readonly<Record<string, JsonValue>>;
  const found = readReferences(formula, answer, facts);
  const read = (path: readonly string[]) => found.get(path.join('.')) as FormulaValue | number | undefined;
  return evaluateFormula(formula, read, { now: at, timeZone: org.timeZone, isNew: false, prior: read }) as JsonValue;
}

/** Formulas answer numbers as text; a field takes them in its own form. What it cannot take, the writer tells. */
function fit(field: FieldModel, value: JsonValue, { actor }: WritePlace): JsonValue {
  if (typeof value !== 'string' || field.target !== undefined) return value;
  const parsed = fieldType(field.value.type).parseText(value, field.value.settings, { locale: 'en', timeZone: actor.timeZone });
  return parsed.ok ? parsed.value : value;
}

function unreadable(field: FieldModel, [objectName, name]: readonly [string, string], { model, actor }: WritePlace): WriteFault {
  const object = model.objectByName.get(objectName);
  const read = object?.fieldByName.get(name);
  const words = { field: fieldWord(field), read: read ? fieldWord(read) : name, object: object ? objectWord(object) : objectName };
  return { path: `/0/${valueName(field)}`, code: 'forbidden', message: say({ ...faults.unreadable, words }, actor.locale) };
}
