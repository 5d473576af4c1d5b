import { Injectable } from '@nestjs/common';
import type { JsonValue } from '@guanxi/field-types';
import { checkFormula, evaluateFormula, type FormulaProblem, type FormulaValue, type TypedFormula } from '@guanxi/formula';
import { formulaScope, type Model, type ObjectModel } from '@guanxi/metadata';
import { assembleAnswer, bindStatement, compileRead, formulaReads } from '@guanxi/query';
import type { Actor } from '../../access/actor.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { Models } from '../models.js';
import type { FormulaProblemType, FormulaResultType } from './formula-result.type.js';
import { formulaRefusals } from './formula-wording.js';
import { readReferences, referenceRoots } from './reference-roots.js';

interface Trial {
  readonly object: string;
  readonly formula: string;
  readonly recordId: string | null;
}

/** Works formulas out before anybody saves them. The record is read as any other is, with the person's own access. */
@Injectable()
export class FormulaTrials {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { object: name, formula: text, recordId }: Trial): Promise<FormulaResultType> {
    const { model } = await this.models.current(actor.org);
    const object = actor.access.objects.has(name) ? model.objectByName.get(name) : undefined;
    if (!object) throw new ApiFailure('NOT_FOUND', { ...formulaRefusals.noObject, words: { object: name } });
    const checked = checkFormula(text, formulaScope(model, name), undefined, { allow: { prior: true } });
    if (!checked.ok) return { type: null, value: null, reads: [], problems: checked.problems.map((problem) => tellProblem(problem, actor.locale)) };
    refuseHidden(checked.formula, { actor, model, object });
    const { type } = checked.formula;
    if (recordId === null) return { type, value: null, reads: [], problems: [] };
    const values = await this.read(actor, model, { object: name, formula: checked.formula, recordId });
    const now = this.clock.now(actor.org).toISOString();
    // Nothing is being changed, so every field was what it is.
    const reader = (path: readonly string[]) => values.get(path.join('.')) as FormulaValue | number | undefined;
    const value = evaluateFormula(checked.formula, reader, { now, timeZone: actor.org.timeZone, isNew: false, prior: reader });
    return { type, value, reads: [...values].map(([path, seen]) => ({ path, value: seen })), problems: [] };
  }

  private async read(actor: Actor, model: Model, { object, formula, recordId }: { object: string; formula: TypedFormula; recordId: string }): Promise<ReadonlyMap<string, JsonValue>> {
    const { org, userId } = actor;
    const request = { roots: referenceRoots(formula, { model, object, recordId, userId }) };
    const statement = compileRead(request, { model, access: actor.access, schema: org.schema });
    const facts = { name: org.name, currency: org.currency, timeZone: org.timeZone };
    const now = this.clock.now(org).toISOString();
    const values = bindStatement(statement, { variables: {}, me: userId, now, timeZone: actor.timeZone, org: facts });
    const { rows } = await this.database.readingPool.query<(string | null)[]>({ text: statement.text, values, rowMode: 'array' });
    const answer = JSON.parse(`{${assembleAnswer(statement, rows[0] ?? [])}}`) as Readonly<Record<string, JsonValue>>;
    if (answer['record'] === null) throw new ApiFailure('NOT_FOUND', { ...formulaRefusals.noRecord, words: { object } });
    return readReferences(formula, answer, facts);
  }
}

function refuseHidden(formula: TypedFormula, { actor, model, object }: { readonly actor: Actor; readonly model: Model; readonly object: ObjectModel }): void {
  const hidden = formulaReads(model, object, formula).find(([name, field]) => actor.access.objects.get(name)?.readableFields.has(field) !== true);
  if (hidden) throw new ApiFailure('FORBIDDEN', { ...formulaRefusals.hidden, words: { object: hidden[0], field: hidden[1] } });
}

function tellProblem({ code, start, end, tell }: FormulaProblem, locale: string): FormulaProblemType {
  const { message, hint } = tell(locale);
  return { code, message, hint: hint ?? null, start, end };
}
