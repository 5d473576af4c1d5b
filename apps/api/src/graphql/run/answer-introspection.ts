import { executeSync, Kind, type GraphQLSchema } from 'graphql';
import { collectFields } from '../request/collect-fields.js';
import type { Variables } from '../request/given.js';
import { isAboutSchema } from './plan-query.js';
import type { PreparedDocument } from './prepare-document.js';

const MOST_ANSWERS = 20;

/** The schema with its descriptions in the language of whoever asks; made when no answer is known. */
export interface DescribedSchema {
  readonly locale: string;
  readonly schema: () => GraphQLSchema;
}

/** The root fields about the schema as JSON members: `"__schema":{…}`. */
export function answerIntrospection(prepared: PreparedDocument, described: DescribedSchema, variables: Variables): string {
  const key = JSON.stringify([described.locale, variables]);
  const known = prepared.introspection.get(key);
  if (known !== undefined) return known;
  const fields = [...collectFields([prepared.operation.selectionSet], { fragments: prepared.fragments, variables }).values()].flat();
  const selections = fields.filter(({ name }) => isAboutSchema(name.value));
  const operation = { ...prepared.operation, selectionSet: { kind: Kind.SELECTION_SET as const, selections } };
  const definitions = [operation, ...Object.values(prepared.fragments)];
  const { data, errors } = executeSync({ schema: described.schema(), document: { kind: Kind.DOCUMENT, definitions }, variableValues: variables });
  if (errors?.[0]) throw errors[0];
  const answer = JSON.stringify(data).slice(1, -1);
  if (prepared.introspection.size < MOST_ANSWERS) prepared.introspection.set(key, answer);
  return answer;
}
