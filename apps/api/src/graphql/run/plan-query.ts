import { compileRead, compileReadOfFew, isLookUp, markSensitive, measureCost, secretKeysOf, usedFields, type Cost, type Ground, type ReadOfFew, type ReadRequest, type ReadStatement, type SecretKeys, type SensitiveKeys, type SensitiveUse } from '@guanxi/query';
import type { GraphQLSchema } from 'graphql';
import type { ApiUse } from '../../access/api-uses.js';
import { refuseManyConditions } from '../bounds/count-conditions.js';
import { RecordsFailure } from '../failure.js';
import { collectFields } from '../request/collect-fields.js';
import type { Variables } from '../request/given.js';
import { readQueryRoot } from '../request/read-query.js';
import { meaningOf, type ChangeMeaning, type RootMeaning } from '../schema/meaning.js';
import { countedUses } from './counted-uses.js';
import { searchMarksOf, type SearchMarks } from './mark-searches.js';
import type { PreparedDocument } from './prepare-document.js';

/** Records that one operation may read in the worst case, and relations it may follow one after another. */
export const MOST_COSTLY = 20_000;
export const DEEPEST = 8;

/** A query worked out for variables of one shape. */
export interface QueryPlan {
  /** Absent when only the schema itself is asked about. */
  readonly statement?: ReadStatement;
  /** Tried before it, where lists are searched. */
  readonly few?: ReadOfFew;
  /** Root fields about the schema, which graphql-js answers. */
  readonly asksSchema: boolean;
  /** Root fields about the feed of changes, which takes several statements. */
  readonly asksFeed: boolean;
  readonly uses: readonly ApiUse[];
  readonly cost: Cost;
  /** Whether it only looks records up by their keys. */
  readonly isLookUp: boolean;
  /** Search results whose texts are to be marked. */
  readonly searches: readonly SearchMarks[];
  /** Where the answer has cipher texts to be decrypted. */
  readonly secrets?: SecretKeys;
  /** Whose sensitive fields it reads, which is written down before it is answered. */
  readonly sensitive?: { readonly keys: SensitiveKeys; readonly asked: readonly SensitiveUse[] };
}

export function planQuery(prepared: PreparedDocument, schema: GraphQLSchema, ground: Ground, variables: Variables): QueryPlan {
  const context = { fragments: prepared.fragments, variables };
  const fields = [...collectFields([prepared.operation.selectionSet], context)];
  const asksSchema = fields.some(([, [node]]) => isAboutSchema(node?.name.value));
  const asksFeed = fields.some(([, [node]]) => isAboutFeed(node?.name.value, schema));
  const records = fields.filter(([, [node]]) => !isAboutSchema(node?.name.value) && !isAboutFeed(node?.name.value, schema));
  const asked: ReadRequest = { roots: records.map(([key, nodes]) => readQueryRoot(key, nodes, schema, context)) };
  const sensitive = markSensitive(asked, ground.model);
  const request = sensitive?.request ?? asked;
  const cost = refuseCostly(request);
  refuseManyConditions(request);
  const secrets = secretKeysOf(request, ground.model);
  const few = compileReadOfFew(request, ground);
  return {
    ...(records.length > 0 && { statement: compileRead(request, ground) }),
    ...(few && { few }),
    asksSchema,
    asksFeed,
    cost,
    isLookUp: isLookUp(request, ground.model),
    uses: countedUses(usedFields(asked, ground.model)),
    searches: searchMarksOf(request),
    ...(secrets && { secrets }),
    ...(sensitive && { sensitive }),
  };
}

export function isAboutSchema(name: string | undefined): boolean {
  return name === '__schema' || name === '__type';
}

export function isAboutFeed(name: string | undefined, schema: GraphQLSchema): boolean {
  const field = schema.getQueryType()?.getFields()[name ?? ''];
  return field !== undefined && meaningOf<RootMeaning | ChangeMeaning>(field).kind === 'changes';
}

export function refuseCostly(request: ReadRequest): Cost {
  return refuseCost(measureCost(request));
}

export function refuseCost<C extends Cost>(cost: C): C {
  const { records, depth } = cost;
  if (depth > DEEPEST) {
    throw new RecordsFailure('TOO_COSTLY', `The query follows ${depth} relations one after another; at most ${DEEPEST} are followed.`, { cost: depth, limit: DEEPEST });
  }
  if (records > MOST_COSTLY) {
    const message = `The query may have to read ${records} records; the limit is ${MOST_COSTLY}. Ask for fewer at a time with "first".`;
    throw new RecordsFailure('TOO_COSTLY', message, { cost: records, limit: MOST_COSTLY });
  }
  return cost;
}
