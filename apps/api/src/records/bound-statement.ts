import type { Model } from '@guanxi/metadata';
import { bindStatement, type Statement } from '@guanxi/query';
import { statementName } from './statement-names.js';
import type { WritePlace } from './write-place.js';

/** A statement with the values of a run, ready to be sent. */
export function bound(statement: Statement, { actor, at }: WritePlace, variables: Readonly<Record<string, unknown>>) {
  const name = statementName(statement.text);
  const { name: orgName, currency, timeZone } = actor.org;
  const values = bindStatement(statement, { variables, me: actor.userId, now: at, timeZone, org: { name: orgName, currency, timeZone } });
  return { text: statement.text, values, ...(name !== undefined && { name }) };
}

const statements = new WeakMap<Model, Map<string, Statement>>();

/** A statement that was made for a model before is not made again. */
export function keepStatement(model: Model, key: string, compile: () => Statement): Statement {
  const known = statements.get(model) ?? new Map<string, Statement>();
  statements.set(model, known);
  const statement = known.get(key) ?? compile();
  known.set(key, statement);
  return statement;
}
