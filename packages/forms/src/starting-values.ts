import { fieldType, type JsonValue } from '@guanxi/field-types';
import { checkFormula, evaluateFormula, type FormulaEnvironment, type FormulaValue } from '@guanxi/formula';
import type { FieldDescription, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import type { FormRecord } from './form-values.js';
import { formReader, type FormOrg, type FormUser } from './resolve/form-reader.js';
import { formScope } from './resolve/form-scope.js';

/** What defaults by formula lean on; without it only fixed defaults are known, and the server adds the others. */
export interface StartingMoment {
  readonly workspace: Pick<WorkspaceDescription, 'objects'>;
  readonly moment: Pick<FormulaEnvironment, 'now' | 'timeZone'>;
  readonly org?: FormOrg;
}

/** What a new record begins with: defaults of its fields, its maker as owner, and what the place it is made from gives it. */
export function startingValues(object: ObjectDescription, user: FormUser, given: Partial<FormRecord> = {}, at?: StartingMoment): FormRecord {
  const values: Record<string, JsonValue> = {};
  for (const field of object.fields) if (field.writable && field.storage !== 'through') values[field.name] = field.default ?? null;
  const owner = object.fields.some((field) => field.name === 'owner' && field.system && field.writable);
  const fixed = { ...values, ...(owner ? { owner: user.id } : {}), ...recordTypeOf(object), ...given.values };
  return {
    values: at ? withFormulas(object, user, fixed, at) : fixed,
    recordNames: { ...(owner ? { owner: user.name } : {}), ...given.recordNames },
  };
}

/** The default record type where this person may give it, else the first that they may. */
function recordTypeOf({ recordTypes }: ObjectDescription): Readonly<Record<string, JsonValue>> {
  const offered = recordTypes?.filter((type) => type.offered) ?? [];
  const chosen = offered.find(({ isDefault }) => isDefault) ?? offered[0];
  return chosen ? { recordType: chosen.name } : {};
}

/** Fields in their order, so that one default can lean on those before it; what was given stays. */
function withFormulas(object: ObjectDescription, user: FormUser, fixed: Readonly<Record<string, JsonValue>>, { workspace, moment, org }: StartingMoment): Readonly<Record<string, JsonValue>> {
  const scope = formScope(workspace, object);
  let values = fixed;
  for (const field of object.fields) {
    if (field.defaultFormula === undefined || !field.writable || (values[field.name] ?? null) !== null) continue;
    const checked = checkFormula(field.defaultFormula, scope);
    if (!checked.ok) continue;
    const read = formReader(object, values, { user, ...(org ? { org } : {}) });
    values = { ...values, [field.name]: valueOf(field, evaluateFormula(checked.formula, read, { ...moment, isNew: true }), moment.timeZone) };
  }
  return values;
}

/** Formulas answer numbers as text; a field takes them in its own form. */
function valueOf({ value: { type, settings } }: FieldDescription, answer: FormulaValue, timeZone: string): JsonValue {
  if (answer === null || typeof answer === 'boolean') return answer;
  if (typeof answer !== 'string') return answer as unknown as JsonValue;
  const parsed = fieldType(type).parseText(answer, settings, { locale: 'en', timeZone });
  return parsed.ok ? parsed.value : null;
}
