import { say } from '@guanxi/field-types';
import { translateModel } from '@guanxi/metadata';
import { InputError } from '@guanxi/query';
import { GraphQLError } from 'graphql';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { collectSensitive } from '../../audit/collect-sensitive.js';
import type { SensitiveReads } from '../../audit/sensitive-reads.js';
import type { ApiUses } from '../../access/api-uses.js';
import type { Clock } from '../../config/clock.js';
import type { OrgDatabase } from '../../database/org-database.js';
import { readSqlState, SqlState } from '../../database/sql-state.js';
import type { ValueCipher } from '../../encryption/value-cipher.js';
import type { Models, PublishedModel } from '../../metadata/models.js';
import type { RecordWriter } from '../../records/record-writer.js';
import { StaleModel } from '../../records/write-place.js';
import type { Org } from '../../orgs/org.js';
import { refusals } from '../../metadata-api/refusal-wording.js';
import { badInput, errorOf, presentFailure, presentGraphQLErrors, RecordsFailure } from '../failure.js';
import { costOfMutation } from '../bounds/cost-of-mutation.js';
import { pointsOf } from '../bounds/points.js';
import type { Variables } from '../request/given.js';
import { answerIntrospection } from './answer-introspection.js';
import { coerceVariables } from './coerce-variables.js';
import { explainQuery, type QueryExplanation } from './explain-query.js';
import { joinPieces, textOf, type JsonAnswer, type JsonPieces } from './json-pieces.js';
import { planQuery, type QueryPlan } from './plan-query.js';
import type { PreparedDocument } from './prepare-document.js';
import { prepareMutation, runMutation } from './answer-mutation.js';
import { planMutation, usesOfMutation } from './plan-mutation.js';
import { revealSecrets } from './reveal-secrets.js';
import { runQuery } from './run-query.js';
import { buildSchema } from '../schema/build-schema.js';
import { tracing } from '../../tracing/tracing.js';
import { noteOperationSpan } from './note-operation-span.js';
import type { OrgSchema, Schemas } from './schemas.js';

/** What answering operations needs of the world. */
export interface RecordsPorts {
  readonly models: Pick<Models, 'current' | 'refresh'>;
  readonly database: Pick<OrgDatabase, 'pool' | 'readBytes' | 'session' | 'transaction'>;
  readonly writer: Pick<RecordWriter, 'announce'>;
  readonly uses: Pick<ApiUses, 'count'>;
  readonly clock: Clock;
  readonly cipher: Pick<ValueCipher, 'encrypt' | 'decrypt'>;
  readonly schemas: Schemas;
  /** Where readings of sensitive fields are written down; absent where there is no trail. */
  readonly sensitive?: Pick<SensitiveReads, 'note'>;
  /** Answers root fields about the feed of changes as JSON members; absent where nobody can ask for it. */
  readonly feed?: (prepared: PreparedDocument, schema: OrgSchema, variables: Variables, actor: Actor) => Promise<string>;
  /** Wakes the worker for what mutations leave to it; absent where there is none. */
  readonly wakeOperations?: (org: Org) => void;
  /** Where failures go that nobody outside can act on. */
  readonly logFailure: (reference: string, error: unknown) => void;
}

export interface OperationRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
  /** What is asked for beside the data: `cost` is told when it is true, and `explain`, to admins. */
  readonly extensions?: Readonly<Record<string, unknown>> | null;
  /** Refuses mutations. */
  readonly onlyQueries?: boolean;
  /** Takes subscriptions, and nothing else. */
  readonly subscribing?: boolean;
  /** Told before any SQL is run what the operation costs beyond a look-up; throws `RecordsFailure` to refuse it. */
  readonly charge?: (points: number) => void;
}

interface Answered {
  /** The members of `data`. */
  readonly members: JsonPieces;
  /** Of parts that were refused while the rest was done. */
  readonly errors?: readonly RecordsFailure[];
  readonly cost: { readonly records: number; readonly depth: number; readonly written?: number };
  readonly explain?: QueryExplanation | undefined;
}

/** The answer to one operation, as JSON text. Never throws. */
export async function answerOperation(request: OperationRequest, actor: Actor, ports: RecordsPorts): Promise<string> {
  const answered = await answerToSend(request, actor, ports);
  return typeof answered === 'string' ? answered : textOf(answered.pieces);
}

/** The same as it is best written to a socket. One without data is always a text. */
export function answerToSend(request: OperationRequest, actor: Actor, ports: RecordsPorts): Promise<JsonAnswer> {
  const { on } = tracing;
  return on ? on.span('GraphQL', { 'guanxi.org': actor.org.id }, () => answer(request, actor, ports)) : answer(request, actor, ports);
}

async function answer(request: OperationRequest, actor: Actor, ports: RecordsPorts): Promise<JsonAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // The tables changed between making the statement and running it: the newest revision knows them.
      const published = await (attempt === 1 ? ports.models.current(actor.org) : ports.models.refresh(actor.org));
      return await answerOn(published, request, actor, ports);
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !isOutdated(error)) return presentError(error, ports, actor.locale);
    }
  }
}

/** Somebody may publish several times while one request is under way. */
const MOST_ATTEMPTS = 4;

const OUTDATED: ReadonlySet<string> = new Set(['42703', '42P01', '42804', '42883', SqlState.featureNotSupported]);

function isOutdated(error: unknown): boolean {
  return error instanceof StaleModel || OUTDATED.has(readSqlState(error) ?? '');
}

async function answerOn({ revision, model }: PublishedModel, request: OperationRequest, actor: Actor, ports: RecordsPorts): Promise<JsonAnswer> {
  const orgSchema = ports.schemas.find(actor.org.schema, revision, model, actor.access);
  const prepared = orgSchema.prepare(request.query, request.operationName ?? undefined);
  if ('errors' in prepared) return presentGraphQLErrors(prepared.errors);
  if (tracing.on) noteOperationSpan(tracing.on, prepared.operation, request.query);
  const read = coerceVariables(request, prepared, orgSchema.schema);
  if ('refusal' in read) return read.refusal;
  const explains = request.extensions?.['explain'] === true;
  if (explains && !actor.access.admin) throw new RecordsFailure('FORBIDDEN', 'How a query is answered is told to admins only: leave out "explain".');
  const asked: Asked = { prepared, orgSchema, variables: read.variables, charge: request.charge, explains };
  const { members, errors, cost, explain } = prepared.isMutation ? await answerMutation(asked, actor, ports) : await answerQuery(asked, actor, ports);
  if (!request.extensions && !errors?.length) return joinPieces(['{"data":{', ...members, '}}']);
  const told = { ...(request.extensions?.['cost'] === true && { cost: { ...cost, points: pointsOf(cost) + 1 } }), ...(explain && { explain }) };
  const failed = errors?.length ? `,"errors":${JSON.stringify(errors.map(errorOf))}` : '';
  const beside = Object.keys(told).length > 0 ? `,"extensions":${JSON.stringify(told)}` : '';
  return joinPieces(['{"data":{', ...members, `}${failed}${beside}}`]);
}

interface Asked {
  readonly prepared: PreparedDocument;
  readonly orgSchema: OrgSchema;
  readonly variables: Variables;
  readonly charge: OperationRequest['charge'];
  readonly explains: boolean;
}

async function answerQuery({ prepared, orgSchema, variables, charge, explains }: Asked, actor: Actor, ports: RecordsPorts): Promise<Answered> {
  const { schema, ground } = orgSchema;
  const shape = prepared.shapeOf(variables);
  let plan = prepared.plans.get(shape);
  if (!plan) {
    const make = (): QueryPlan => planQuery(prepared, schema, ground, variables);
    plan = tracing.on ? tracing.on.part('compile', {}, make) : make();
    prepared.plans.set(shape, plan);
  }
  const { cost } = plan;
  charge?.(pointsOf(cost));
  const input = { variables, me: actor.userId, now: ports.clock.now(actor.org).toISOString(), timeZone: actor.timeZone, org: actor.org };
  if (actor.source === 'api') ports.uses.count(actor.org, plan.uses);
  const began = performance.now();
  const answered = await runQuery(plan, input, ports.database);
  const explain = explains ? await explainQuery(plan, input, performance.now() - began, ports.database) : undefined;
  const revealed = plan.secrets ? [revealSecrets(`{${textOf(answered)}}`, plan.secrets, ports.cipher).slice(1, -1)] : answered;
  const records = plan.sensitive ? [await noteSensitive(textOf(revealed), plan.sensitive, actor, ports)] : revealed;
  if (!plan.asksSchema && !plan.asksFeed) return { members: records, cost, explain };
  const about = plan.asksSchema ? answerIntrospection(prepared, { locale: actor.locale, schema: () => describeIn(actor.locale, schema, ground) }, variables) : '';
  const changes = plan.asksFeed && ports.feed ? await ports.feed(prepared, orgSchema, variables, actor) : '';
  return { members: [[textOf(records), changes, about].filter((members) => members !== '').join()], cost, explain };
}

/** Nothing sensitive goes out before it is written down who has read it. */
async function noteSensitive(members: string, { keys, asked }: NonNullable<QueryPlan['sensitive']>, actor: Actor, { sensitive }: RecordsPorts): Promise<string> {
  const { json, reads } = collectSensitive(`{${members}}`, keys, asked);
  await sensitive?.note(actor, 'query', reads);
  return json.slice(1, -1);
}

/** Answers about the schema are kept, so that a schema in a language of its own need not be. */
function describeIn(locale: string, schema: OrgSchema['schema'], { model, access }: OrgSchema['ground']): OrgSchema['schema'] {
  return locale === 'en' ? schema : buildSchema(translateModel(model, locale), access);
}

async function answerMutation({ prepared, orgSchema, variables, charge }: Asked, actor: Actor, ports: RecordsPorts): Promise<Answered> {
  const { schema, ground } = orgSchema;
  const steps = planMutation(prepared, schema, variables);
  const planned = prepareMutation(steps, orgSchema, actor, ports);
  const cost = planned.one?.cost ?? costOfMutation(steps);
  charge?.(pointsOf(cost));
  if (actor.source === 'api') ports.uses.count(actor.org, planned.one?.uses ?? prepared.mutationUses(variables, () => usesOfMutation(steps, ground.model)));
  const outcomes = await runMutation(planned, ports);
  return { members: [outcomes.map(({ member }) => member).join(',')], errors: outcomes.flatMap(({ errors = [] }) => errors), cost };
}

function presentError(error: unknown, ports: RecordsPorts, locale: string): string {
  if (error instanceof GraphQLError) return presentGraphQLErrors([error]);
  const failure = error instanceof RecordsFailure ? error : error instanceof InputError ? badInput(error.message) : failureOfDatabase(error, locale);
  if (failure) return presentFailure(failure, failure.code !== 'RATE_LIMITED');
  const reference = uuid();
  ports.logFailure(reference, error);
  const message = say({ ...refusals.wentWrong, words: { reference } }, locale);
  return presentFailure(new RecordsFailure('INTERNAL', message, { reference }), true);
}

/** What PostgreSQL says about values that only it could look at. */
function failureOfDatabase(error: unknown, locale: string): RecordsFailure | undefined {
  const state = readSqlState(error);
  // Class 22: a value that its type does not take, such as a cursor that somebody has changed.
  if (state?.startsWith('22')) return badInput(say(refusals.wrongForm, locale));
  if (state !== SqlState.queryCanceled) return undefined;
  return new RecordsFailure('TOO_COSTLY', say(refusals.tooLong, locale));
}
