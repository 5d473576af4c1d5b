import {
  GraphQLError, Kind, OperationTypeNode, parse, specifiedRules, validate,
  type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { ApiUse } from '../../access/api-uses.js';
import { refuseDocument, refuseText } from '../bounds/check-document.js';
import { checkLiterals } from '../bounds/check-values.js';
import { limits } from '../bounds/limits.js';
import { RecordsFailure } from '../failure.js';
import type { Variables } from '../request/given.js';
import { KnownTypeNamesRule } from '../schema/known-type-names.js';
import { makeVariableShape, type VariableShape } from './variable-shape.js';
import type { QueryPlan } from './plan-query.js';

const PLANS_PER_DOCUMENT = 50;
/** Characters of statements and of shapes that are kept with one document. */
const MOST_KEPT = 2_000_000;
const rules = specifiedRules.map((rule) => (rule.name === KnownTypeNamesRule.name ? KnownTypeNamesRule : rule));

/** A document that has been parsed and validated once, with what has been worked out for its operation since. */
export interface PreparedDocument {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly isMutation: boolean;
  readonly shapeOf: VariableShape;
  readonly plans: LRUCache<string, QueryPlan>;
  /** The fields that a mutation of this shape uses, worked out once. */
  mutationUses(variables: Variables, find: () => readonly ApiUse[]): readonly ApiUse[];
  /** Answers to introspection, by variables. */
  readonly introspection: Map<string, string>;
}

export type Prepared = PreparedDocument | { readonly errors: readonly GraphQLError[] };

export function prepareDocument(schema: GraphQLSchema, text: string, operationName: string | undefined): Prepared {
  const parsed = parseText(text);
  if ('errors' in parsed) return parsed;
  const { document } = parsed;
  const errors = validate(schema, document, rules, { maxErrors: 20 });
  if (errors.length > 0) return { errors };
  const operations = document.definitions.filter((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION);
  const operation = operationName === undefined ? operations[0] : operations.find(({ name }) => name?.value === operationName);
  if (!operation) return refuse(`The document has no operation named ${JSON.stringify(operationName)}.`);
  if (operationName === undefined && operations.length > 1) return refuse('The document has several operations; "operationName" has to say which one is meant.');
  // Validation passes over operations whose whole type is missing: somebody who may change nothing has no mutations.
  if (!schema.getRootType(operation.operation)) return refuse(`There is no ${operation.operation} that you may make.`);
  const fragments = document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : []));
  const shapeOf = makeVariableShape(schema, document, operation);
  const uses = new LRUCache<string, readonly ApiUse[]>({ max: PLANS_PER_DOCUMENT, maxSize: MOST_KEPT, sizeCalculation: (_, shape) => shape.length + 1 });
  return {
    document,
    operation,
    fragments: Object.fromEntries(fragments),
    isMutation: operation.operation === OperationTypeNode.MUTATION,
    shapeOf,
    mutationUses: (variables, find) => {
      const shape = shapeOf(variables);
      const known = uses.get(shape) ?? find();
      uses.set(shape, known);
      return known;
    },
    plans: new LRUCache({ max: PLANS_PER_DOCUMENT, maxSize: MOST_KEPT, sizeCalculation: ({ statement }, shape) => shape.length + (statement?.text.length ?? 0) + 1 }),
    introspection: new Map(),
  };
}

function parseText(text: string): { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] } {
  try {
    const tooLarge = refuseText(text);
    if (tooLarge) return { errors: [tooLarge] };
    const document = parse(text, { maxTokens: limits.tokens });
    const tooMany = refuseDocument(document);
    if (tooMany) return { errors: [tooMany] };
    checkLiterals(document);
    return { document };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    if (error instanceof RecordsFailure) return refuse(error.message);
    throw error;
  }
}

function refuse(message: string): { readonly errors: readonly GraphQLError[] } {
  return { errors: [new GraphQLError(message)] };
}
