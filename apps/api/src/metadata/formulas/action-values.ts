import { Injectable } from '@nestjs/common';
import { fieldType, type JsonValue } from '@guanxi/field-types';
import type { ActionDocument, ObjectModel } from '@guanxi/metadata';
import { holdsAny } from '@guanxi/query';
import type { Actor } from '../../access/actor.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { Models } from '../models.js';
import { formulaRefusals } from './formula-wording.js';
import { FormulaTrials } from './formula-trials.js';

/** What the button of a record page would write or open, worked out for one record as the person may read it. Nothing is written. */
@Injectable()
export class ActionValues {
  constructor(
    private readonly models: Models,
    private readonly trials: FormulaTrials,
  ) {}

  /** Values by field name, in the form that the API's inputs take; the address of a link under `url`. */
  async find(actor: Actor, name: string, recordId: string): Promise<Readonly<Record<string, JsonValue>>> {
    const { model } = await this.models.current(actor.org);
    const action = model.actions.find((one) => one.name === name && actor.access.objects.has(one.object) && holdsAny(actor.access, one.permissionSets));
    if (!action) throw new ApiFailure('NOT_FOUND', { ...formulaRefusals.noAction, words: { name } });
    const { formulas, target } = readEffect(action);
    const object = target === undefined ? undefined : model.objectByName.get(target);
    const values: Record<string, JsonValue> = {};
    // One after the other: a button has a handful, and one person shall not hold many connections.
    for (const [key, formula] of Object.entries(formulas)) {
      const { value, problems } = await this.trials.run(actor, { object: action.object, formula, recordId });
      const [problem] = problems;
      if (problem) throw new ApiFailure('BAD_REQUEST', problem.message);
      values[key] = object ? fit(object, key, value as JsonValue, actor) : (value as JsonValue);
    }
    return values;
  }
}

function readEffect({ object, do: effect }: ActionDocument): { readonly formulas: Readonly<Record<string, string>>; readonly target?: string } {
  if ('openUrl' in effect) return { formulas: { url: effect.openUrl } };
  // Whoever converts asks for nothing beforehand.
  if ('convert' in effect) return { formulas: {} };
  return 'create' in effect ? { formulas: effect.create.values ?? {}, target: effect.create.object } : { formulas: effect.update.values, target: object };
}

/** Formulas answer numbers as text; a field takes them in its own form. What it cannot take, the form or the writer tells. */
function fit(object: ObjectModel, name: string, value: JsonValue, { timeZone }: Actor): JsonValue {
  const field = object.fieldByName.get(name);
  if (!field || typeof value !== 'string' || field.target !== undefined) return value;
  const parsed = fieldType(field.value.type).parseText(value, field.value.settings, { locale: 'en', timeZone });
  return parsed.ok ? parsed.value : value;
}
