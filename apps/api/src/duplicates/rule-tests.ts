import { Injectable } from '@nestjs/common';
import { say } from '@guanxi/field-types';
import { checkFormula, type TypedFormula } from '@guanxi/formula';
import { formulaScope, type Model } from '@guanxi/metadata';
import { compileRuleTest } from '@guanxi/query';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure, validationFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { bound } from '../records/bound-statement.js';
import type { NamedRecord } from './duplicate-groups.js';
import { duplicateRefusals } from './duplicate-wording.js';

export interface RuleTest {
  readonly checked: number;
  readonly failing: number;
  readonly examples: readonly NamedRecord[];
}

const LATEST = 100;
const MOST_EXAMPLES = 10;

/** Tries validation rules on records as they are, before anybody saves the rule. */
@Injectable()
export class RuleTests {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, objectName: string, rule: unknown): Promise<RuleTest> {
    const { model } = await this.models.current(actor.org);
    const object = model.objectByName.get(objectName);
    if (!object || object.platform) throw new ApiFailure('NOT_FOUND', { ...duplicateRefusals.noObject, words: { object: objectName } });
    const condition = readCondition(rule, model, objectName, actor.locale);
    const session = this.database.session(actor.org);
    const place = { session, actor, model, at: this.clock.now(actor.org).toISOString(), operationId: '' };
    const statement = compileRuleTest({ object: objectName, condition, most: LATEST }, { model, access: actor.access, schema: actor.org.schema });
    const { text, values } = bound(statement, place, {});
    const rows = await session.run<NamedRecord & { readonly fails: boolean }>({ text, values });
    const failing = rows.filter(({ fails }) => fails);
    return { checked: rows.length, failing: failing.length, examples: failing.slice(0, MOST_EXAMPLES).map(({ id, name }) => ({ id, name })) };
  }
}

function readCondition(rule: unknown, model: Model, objectName: string, locale: string): TypedFormula {
  const when = typeof rule === 'object' && rule !== null && 'when' in rule ? rule.when : undefined;
  if (typeof when !== 'string' || when.trim() === '') throw validationFailure([{ path: '/when', code: 'required', message: say(duplicateRefusals.noCondition, locale) }], locale);
  const checked = checkFormula(when, formulaScope(model, objectName), 'boolean', { allow: { prior: true } });
  if (checked.ok) return checked.formula;
  throw validationFailure(checked.problems.map(({ code, message, hint }) => ({ path: '/when', code: `formula.${code}`, message, ...(hint !== undefined && { hint }) })), locale);
}
