import { Injectable } from '@nestjs/common';
import { say } from '@guanxi/field-types';
import { assembleAnswer } from '@guanxi/query';
import { print } from 'graphql';
import type { Actor } from '../access/actor.js';
import { SensitiveReads } from '../audit/sensitive-reads.js';
import { ValueCipher } from '../encryption/value-cipher.js';
import { RecordsFailure } from '../graphql/failure.js';
import type { SubscriptionRequest } from '../graphql/http/subscription-source.js';
import { revealSecrets } from '../graphql/run/reveal-secrets.js';
import { Schemas } from '../graphql/run/schemas.js';
import { Models } from '../metadata/models.js';
import { ChangePages } from './change-pages.js';
import { changeFaults } from './change-wording.js';
import { writeCursor } from './cursor.js';
import { ChangeFeed, positionOf } from './feed.js';
import { FeedHub, type FeedBatch } from './feed-hub.js';
import { Follower, RENEW_MILLISECONDS } from './follower.js';
import { beatingWith } from './heartbeat.js';
import { ID_KEY, IDS_VARIABLE, MATCHED_KEY, MOST_RECORDS, planSubscription, type EventMember, type SubscriptionPlan } from './plan-subscription.js';
import { tellChanges, type ToldChange } from './tell-changes.js';

type Found = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

interface Place {
  readonly actor: Actor;
  readonly request: SubscriptionRequest;
  readonly plan: SubscriptionPlan;
  readonly epoch: string;
}

/** Where the events of subscriptions come from: the feed, each change read anew with the rights and the filter of who subscribed. */
@Injectable()
export class ChangeSubscriptions {
  private readonly schemas = new Schemas();

  constructor(
    private readonly feed: ChangeFeed,
    private readonly hub: FeedHub,
    private readonly pages: ChangePages,
    private readonly models: Models,
    private readonly cipher: ValueCipher,
    private readonly sensitive: SensitiveReads,
  ) {}

  /** Each text is one answer as JSON. Begins with the next change; ends with the signal, and throws `RecordsFailure` when the rights or the schema are gone. */
  async *subscribeToChanges(actor: Actor, request: SubscriptionRequest, signal: AbortSignal): AsyncGenerator<string> {
    const over = new AbortController();
    const follower = new Follower(actor);
    let place: Place = { actor, request, plan: planSubscription(request), epoch: await this.feed.epoch(actor.org) };
    const batches = this.hub.follow(actor.org, await this.feed.head(actor.org), AbortSignal.any([signal, over.signal]));
    try {
      for await (const batch of beatingWith(batches, RENEW_MILLISECONDS)) {
        const person = await follower.now();
        if (!person) throw new RecordsFailure('UNAUTHENTICATED', say(changeFaults.signedOut, actor.locale));
        if (!batch) continue;
        place = await this.renew(place, person);
        yield* await this.tell(batch, place);
      }
    } finally {
      over.abort();
    }
  }

  /** The plan for the rights and the revision of this moment. */
  private async renew(place: Place, actor: Actor): Promise<Place> {
    const { ground } = place.request.schema;
    const { model, revision } = await this.models.current(actor.org);
    if (ground.model === model && ground.access.key === actor.access.key) return { ...place, actor };
    const schema = this.schemas.find(actor.org.schema, revision, model, actor.access);
    const prepared = schema.prepare(print(place.request.prepared.document), place.request.prepared.operation.name?.value);
    if ('errors' in prepared) throw new RecordsFailure('FORBIDDEN', say(changeFaults.schemaChanged, actor.locale));
    const request = { ...place.request, schema, prepared };
    return { ...place, actor, request, plan: planSubscription(request) };
  }

  private async tell(batch: FeedBatch, place: Place): Promise<readonly string[]> {
    const { actor, request, plan } = place;
    const { model } = request.schema.ground;
    const object = model.objectByName.get(plan.object)?.id;
    const rows = batch.rows.filter((row) => row.object === object && plan.ids?.has(row.recordId) !== false);
    if (rows.length === 0) return [];
    const reads = this.pages.readsOf(actor.org, batch);
    const told = await tellChanges(rows, { actor, model, reads });
    const found = await this.find([...new Set(told.filter(({ isAlive }) => isAlive).map(({ id }) => id))], batch, place);
    const sensitive = plan.sensitive.map((use) => (use.object === plan.object ? { ...use, ids: [...found.keys()] } : use));
    if (found.size > 0) await this.sensitive.note(actor, 'subscription', sensitive);
    return told.flatMap((change) => this.present(change, found, batch, place) ?? []);
  }

  /** The records that the filter takes, by id, with what is selected of them. */
  private async find(ids: readonly string[], batch: FeedBatch, { actor, request, plan }: Place): Promise<Found> {
    if (ids.length === 0) return new Map();
    const wanted = [...ids].sort().slice(0, MOST_RECORDS);
    const { userId: me, timeZone, org } = actor;
    const variables = { ...request.variables, [IDS_VARIABLE]: wanted };
    const [row] = await this.pages.readsOf(org, batch).run<Record<string, string | null>>(plan.statement, { variables, me, timeZone, org });
    const { found } = JSON.parse(`{${assembleAnswer(plan.statement, Object.values(row ?? {}))}}`) as { found: Record<string, readonly Record<string, unknown>[]> };
    const records = new Map<string, Record<string, unknown>>();
    for (const [key, nodes] of Object.entries(found)) {
      for (const { [ID_KEY]: id, ...record } of nodes) records.set(String(id), { ...records.get(String(id)), [key]: record });
    }
    return records;
  }

  /** Undefined for a record that has just come to be and that the filter does not take. */
  private present(change: ToldChange, found: Found, batch: FeedBatch, { plan, epoch }: Place): string | undefined {
    const record = found.get(change.id);
    const isTaken = record?.[MATCHED_KEY] !== undefined;
    if (change.isAlive && !isTaken && change.kind === 'created') return undefined;
    const kind = change.isAlive && !isTaken ? 'LEFT' : change.kind.toUpperCase();
    const plain: Readonly<Record<string, unknown>> = {
      kind, cursor: writeCursor(epoch, positionOf(change.row, batch.window)), id: change.id, fields: kind === 'LEFT' ? [] : change.fields, __typename: plan.typeName,
    };
    const members = plan.members.map((member) => `${JSON.stringify(member.key)}:${member.record ? this.reveal(record?.[member.key], member.record) : JSON.stringify(plain[member.name])}`);
    return `{"data":{${JSON.stringify(plan.key)}:{${members.join()}}}}`;
  }

  private reveal(record: unknown, { secrets }: NonNullable<EventMember['record']>): string {
    const json = JSON.stringify(record ?? null);
    return secrets ? revealSecrets(json, secrets, this.cipher) : json;
  }
}
