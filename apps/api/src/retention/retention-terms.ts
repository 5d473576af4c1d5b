import type { Model, ObjectModel, RetentionRuleDocument } from '@guanxi/metadata';
import { bindStatement, type RetentionTerms, type Statement } from '@guanxi/query';
import { SYSTEM_USER_ID } from '../access/actors.js';
import { canonicalJson } from '../audit/canonical-json.js';
import type { CompiledStatement } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';

/** What of a rule somebody agrees to when they switch it on; what it is called may change. */
export function termsOf({ object, since, activity, after, when, do: deed }: RetentionRuleDocument): RetentionTerms {
  return { object, since, ...(activity && activity.length > 0 && { activity }), after, ...(when !== undefined && { when }), do: deed };
}

export function isSame(one: RetentionTerms, other: RetentionTerms): boolean {
  return canonicalJson(one as never) === canonicalJson(other as never);
}

export function ruleById(model: Model, id: string): RetentionRuleDocument | undefined {
  return model.retentionRules.find(({ guanxi }) => guanxi.id === id);
}

/** The object of terms that were checked against the model. */
export function objectOf({ objectByName }: Model, { object: name }: RetentionTerms): ObjectModel {
  const object = objectByName.get(name);
  if (!object) throw new Error(`A retention rule is about ${name}, which is no object.`);
  return object;
}

/** A statement about ages, as the org's calendar has them. */
export function inOrg(statement: Statement, org: Org, now: Date): CompiledStatement {
  return { text: statement.text, values: bindStatement(statement, { variables: {}, me: SYSTEM_USER_ID, now: now.toISOString(), timeZone: org.timeZone, org }) };
}
