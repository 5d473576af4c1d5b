import { executeSync, Kind, visit, type DocumentNode, type FieldNode, type GraphQLSchema } from 'graphql';
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
  const document = documentAboutSchema(prepared, variables);
  const used = namesOfVariables(document);
  const given = Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name)));
  const key = JSON.stringify([described.locale, given]);
  const known = prepared.introspection.get(key);
  if (known !== undefined) return known;
  const { data, errors } = executeSync({ schema: described.schema(), document, variableValues: given });
  if (errors?.[0]) throw errors[0];
  const answer = JSON.stringify(data).slice(1, -1);
  if (prepared.introspection.size < MOST_ANSWERS) prepared.introspection.set(key, answer);
  return answer;
}

/** Variables that only records are asked with are left out: they have been coerced already and may not be once more. */
function documentAboutSchema({ operation, fragments }: PreparedDocument, variables: Variables): DocumentNode {
  const fields = [...collectFields([operation.selectionSet], { fragments, variables }).values()].flat();
  const selections = fields.filter(({ name }: FieldNode) => isAboutSchema(name.value));
  const asked = { ...operation, variableDefinitions: [], selectionSet: { kind: Kind.SELECTION_SET as const, selections } };
  const definitions = Object.values(fragments);
  const used = namesOfVariables({ kind: Kind.DOCUMENT, definitions: [asked, ...definitions] });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable, type }) => used.has(variable.name.value) && isPlain(type));
  return { kind: Kind.DOCUMENT, definitions: [{ ...asked, variableDefinitions }, ...definitions] };
}

/** The arguments of introspection and of directives are all of these kinds, which stay as they are when they are coerced. */
function isPlain(type: { readonly kind: string }): boolean {
  let named = type as { kind: string; type?: { kind: string }; name?: { value: string } };
  while (named.type) named = named.type as typeof named;
  return named.name?.value === 'Boolean' || named.name?.value === 'String';
}

function namesOfVariables(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Variable: ({ name }) => {
      names.add(name.value);
    },
  });
  return names;
}
