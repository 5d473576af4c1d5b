import { Injectable } from '@nestjs/common';
import { tellProblems, type Problem } from '@guanxi/metadata';
import { readInputs } from '@guanxi/workflow';
import { v7 as makeId } from 'uuid';
import { LRUCache } from 'lru-cache';
import { Webhook as Signer } from 'standardwebhooks';
import { Actors } from '../../access/actors.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import { RecordsFailure } from '../../graphql/failure.js';
import { RateLimits } from '../../graphql/bounds/rate-limits.js';
import { Models } from '../../metadata/models.js';
import type { Org } from '../../orgs/org.js';
import { Orgs } from '../../orgs/orgs.js';
import { Queues } from '../../queue/queues.js';
import { RecordWriter } from '../../records/record-writer.js';
import { readActiveWorkflows, type ActiveWorkflow } from '../active-workflow.js';
import { beginRuns } from './begin-runs.js';
import { CallKeys, type CallKey } from './call-keys.js';
import { findOrMake, Overtaken } from './find-or-make.js';
import { IncomingLog, type IncomingMessage } from './incoming-log.js';

export interface CallAnswered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Of a key's points in a minute: some thousand calls with the limit as it comes. */
const POINTS = 1_000;
const ATTEMPTS = 3;

const unknownAddress: CallAnswered = { status: 404, body: { code: 'NOT_FOUND', message: 'There is nothing at this address.' } };
const unsigned: CallAnswered = { status: 401, body: { code: 'UNAUTHENTICATED', message: 'The call is not signed as Standard Webhooks asks for, or with another secret, or too long ago.' } };

class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly status: number, readonly code: string, readonly problems: readonly Problem[]) {
    super(problems[0]?.message ?? code);
  }
}

/** Takes calls that begin workflows. To whoever has not signed it tells nothing of records. */
@Injectable()
export class IncomingCalls {
  private readonly orgs = new LRUCache<string, string>({ max: 10_000, ttl: 60_000 });

  constructor(
    private readonly known: Orgs,
    private readonly keys: CallKeys,
    private readonly log: IncomingLog,
    private readonly limits: RateLimits,
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly actors: Actors,
    private readonly writer: RecordWriter,
    private readonly queues: Queues,
  ) {}

  async take(token: string, headers: Headers, body: string, from: string): Promise<CallAnswered> {
    try {
      // Whoever tries addresses out is slowed down by where he comes from, and who floods one by its own count.
      this.limits.spend(`hooks from ${from}`, POINTS / 10);
      const place = await this.find(token);
      if (!place) return unknownAddress;
      this.limits.spend(`hook ${token}`, POINTS);
      const id = verify(place.key, headers, body);
      return id === undefined ? unsigned : await this.answer(place.org, { id, workflowId: place.key.workflowId, body });
    } catch (error) {
      if (error instanceof RecordsFailure && error.code === 'RATE_LIMITED') return { status: 429, body: { code: error.code, message: error.message, ...error.details } };
      throw error;
    }
  }

  /** The same address may be in an org and in one that was restored from its backup: the present one counts. */
  private async find(token: string): Promise<{ readonly org: Org; readonly key: CallKey } | undefined> {
    if (!/^[\w-]{32}$/.test(token)) return undefined;
    const kept = this.orgs.get(token);
    const candidates = kept === undefined ? await this.known.all() : [await this.known.byId(kept)];
    for (const org of candidates) {
      const key = await this.keys.findByToken(org, token);
      if (!key) continue;
      this.orgs.set(token, org.id);
      return { org, key };
    }
    return undefined;
  }

  private async answer(org: Org, message: IncomingMessage): Promise<CallAnswered> {
    try {
      const repeated = await this.begin(org, message, ATTEMPTS);
      return { status: 202, body: { id: message.id, repeated } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const problems = tellProblems(error.problems, 'en');
      await this.log.noteRefusal(org, message, error.problems);
      return { status: error.status, body: { code: error.code, message: error.message, id: message.id, problems } };
    }
  }

  private async begin(org: Org, message: IncomingMessage, attempts: number): Promise<boolean> {
    try {
      return await this.database.transaction(org, (tx) => this.beginIn(tx, message));
    } catch (error) {
      if (error instanceof Overtaken && attempts > 1) return this.begin(org, message, attempts - 1);
      if (error instanceof Overtaken) throw new Refusal(409, 'CONFLICT', [{ path: '', code: 'not-unique', message: error.message }]);
      throw error;
    }
  }

  /** Answers whether it had come before. */
  private async beginIn(tx: OrgTransaction, message: IncomingMessage): Promise<boolean> {
    if (!(await this.log.claim(tx, message))) return true;
    const { org } = tx;
    const active = (await readActiveWorkflows(tx, org, this.models, this.clock)).find(({ definition }) => definition.guanxi.id === message.workflowId);
    const { workflow, values, trigger, object } = readCall(active, message.body);
    const now = this.clock.now(org);
    const actor = await this.actors.forSystem(org, 'api');
    const found = await findOrMake(trigger, values, { tx, actor, writer: this.writer, place: workflow.place, object, at: now.toISOString(), operationId: makeId() });
    if ('problems' in found) throw new Refusal(422, 'VALIDATION_FAILED', found.problems);
    const { recordId, made } = found;
    const [begun] = await beginRuns(tx, workflow, [{ recordId, values, occasion: `call:${message.id}`, trigger: { kind: 'webhook', id: message.id, made } }], now);
    await this.log.note(tx, message, { outcome: begun?.outcome === 'passed' ? 'passed' : 'begun', recordId, runId: begun?.runId ?? null, made });
    tx.afterCommit(() => this.queues.wake('automation', org));
    return false;
  }
}

function readCall(workflow: ActiveWorkflow | undefined, body: string) {
  const trigger = workflow && 'webhook' in workflow.definition.trigger ? workflow.definition.trigger.webhook : undefined;
  const object = workflow?.place.named.objectByName.get(workflow.definition.object);
  if (!workflow || !trigger || !object) throw new Refusal(409, 'CONFLICT', [{ path: '', code: 'workflow.off', message: 'What this address begins is switched off.' }]);
  const given = parse(body);
  if (given === undefined) throw new Refusal(400, 'BAD_REQUEST', [{ path: '', code: 'json', message: 'The body is no JSON.' }]);
  const read = readInputs(trigger.inputs, given, { pointers: true });
  if (!read.ok) throw new Refusal(422, 'VALIDATION_FAILED', read.problems);
  return { workflow, trigger, object, values: read.value };
}

/** The message's id where one of the secrets has signed it within the last minutes. */
function verify({ secrets }: CallKey, headers: Headers, body: string): string | undefined {
  const given = Object.fromEntries(['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name] ?? '')]));
  const id = given['webhook-id'] ?? '';
  if (id === '' || id.length > 200) return undefined;
  const isSigned = secrets.some((secret) => {
    try {
      new Signer(secret).verify(body, given, { jsonParse: false });
      return true;
    } catch {
      return false;
    }
  });
  return isSigned ? id : undefined;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
