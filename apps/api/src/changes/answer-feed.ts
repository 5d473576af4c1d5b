import { execute, GraphQLError, Kind, specifiedScalarTypes, type DocumentNode, type TypeNode } from 'graphql';
import type { Actor } from '../access/actor.js';
import { RecordsFailure } from '../graphql/failure.js';
import { collectFields } from '../graphql/request/collect-fields.js';
import type { Variables } from '../graphql/request/given.js';
import { isAboutFeed } from '../graphql/run/plan-query.js';
import type { PreparedDocument } from '../graphql/run/prepare-document.js';
import type { OrgSchema } from '../graphql/run/schemas.js';
import type { ChangePages, PageWish } from './change-pages.js';

/** The root fields about the feed as JSON members: `"changes":{…}`. */
export async function answerFeed(prepared: PreparedDocument, { schema }: OrgSchema, variables: Variables, actor: Actor, pages: Pick<ChangePages, 'read'>): Promise<string> {
  const fields = [...collectFields([prepared.operation.selectionSet], { fragments: prepared.fragments, variables }).values()].flat();
  const selections = fields.filter(({ name }) => isAboutFeed(name.value, schema));
  // Variables have been read once; what else than plain values there is, the feed does not take.
  const variableDefinitions = prepared.operation.variableDefinitions?.filter(({ type }) => isPlain(type)) ?? [];
  const operation = { ...prepared.operation, variableDefinitions, selectionSet: { kind: Kind.SELECTION_SET as const, selections } };
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(prepared.fragments)] };
  const read = (wish: PageWish) => pages.read(actor, wish);
  const { data, errors } = await execute({ schema, document, rootValue: { changes: read, recordChanges: read }, variableValues: variables });
  const [error] = errors ?? [];
  if (error) throw unwrap(error);
  return JSON.stringify(data).slice(1, -1);
}

function isPlain(type: TypeNode): boolean {
  return type.kind === Kind.NAMED_TYPE ? specifiedScalarTypes.some(({ name }) => name === type.name.value) : isPlain(type.type);
}

function unwrap(error: GraphQLError): unknown {
  const cause = error.originalError;
  return cause instanceof RecordsFailure ? new RecordsFailure(cause.code, cause.message, cause.details, error.path?.map(String)) : (cause ?? error);
}
