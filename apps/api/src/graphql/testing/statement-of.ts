import { getVariableValues } from 'graphql';
import { planQuery } from '../run/plan-query.js';
import { org, type Person, type ShopApi } from './shop-api.js';

/** The SQL that a query becomes for a person. */
export function statementOf(api: ShopApi, document: string, variables: Readonly<Record<string, unknown>>, person: Person): string {
  const { schema, ground, prepare } = api.schemas.find(org.schema, 1, api.model(), api.actor(person).access);
  const prepared = prepare(document, undefined);
  if ('errors' in prepared) throw new Error('The document is not valid.');
  const { coerced = {} } = getVariableValues(schema, prepared.operation.variableDefinitions ?? [], variables);
  return planQuery(prepared, schema, ground, coerced).statement?.text ?? '';
}
