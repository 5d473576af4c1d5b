import { Injectable } from '@nestjs/common';
import type { ObjectModel } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId, validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Trail } from '../audit/trail.js';
import type { TrailKind } from '../audit/trail-kinds.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { SqlSession } from '../database/sql-session.js';
import { ApiFailure, InputFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { Orgs } from '../orgs/orgs.js';
import { countAccount, type AccountCounts } from './accounts.js';
import { countTraces, type TraceCounts } from './erase-traces.js';
import { Erasures, type ErasureOutcome } from './erasures.js';
import { findMentions, findPeople, type FoundPerson, type Mention } from './find-people.js';
import { fieldsToErase, findIdentifiers, findPersonRecords, type PersonPart } from './person-records.js';
import { keepReplaced } from './replace-again.js';
import { replaceMentions, type ChosenMention } from './replace-mentions.js';
import { identifyingFields, isAccount, objectsOfPeople } from './personal-fields.js';
import { privacyFaults } from './privacy-wording.js';

export type RequestKind = 'access' | 'erasure';
export type RequestStatus = 'open' | 'done' | 'refused';

export interface PrivacyRequest {
  readonly id: string;
  readonly kind: RequestKind;
  readonly status: RequestStatus;
  /** Name of the object; null where it was removed since. */
  readonly object: string | null;
  readonly recordId: string;
  /** What the person is called now: a placeholder after an erasure. */
  readonly name: string;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
  readonly refusal: string | null;
  readonly outcome: Partial<ErasureOutcome> & { readonly exports?: number; readonly lastSha256?: string };
}

/** What is kept of a person, and where. */
export interface PersonSurvey {
  readonly name: string;
  readonly parts: readonly { readonly object: string; readonly how: PersonPart['how']; readonly records: number; readonly fields: readonly string[] }[];
  readonly traces: TraceCounts;
  /** Of a user of the org. */
  readonly account?: AccountCounts;
  readonly mentions: readonly Mention[];
  /** Names of the copies of the org; what they hold of the person goes as well. */
  readonly sandboxes: readonly string[];
}

export interface NewRequest {
  readonly kind: RequestKind;
  readonly object: string;
  readonly recordId: string;
  /** YYYY-MM-DD; today in the org's time zone without it. */
  readonly receivedOn?: string;
}

/** A month, as the GDPR has it; the shortest of the usual laws. */
const DAYS = 30;
const MOST = 500;
const LONGEST_REPLACEMENT = 120;

/** What people ask who are known to the org: a copy of what is kept about them, or that it goes. For those with the area of privacy, who see all of it. */
@Injectable()
export class PrivacyRequests {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly orgs: Orgs,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly erasures: Erasures,
  ) {}

  /** People by a part of their name, address, phone or number. */
  async find({ org }: Actor, text: string): Promise<readonly FoundPerson[]> {
    if ([...text.trim()].length < 2) throw new InputFailure([{ path: '/text', code: 'short', said: privacyFaults.short }]);
    const { model } = await this.models.current(org);
    return findPeople({ session: this.database.session(org), schema: org.schema, model }, text.trim());
  }

  /** The open ones by their due date, then the closed ones, the latest first. */
  async list({ org }: Actor): Promise<readonly PrivacyRequest[]> {
    return this.read(this.database.session(org), org, sql`true`);
  }

  async one({ org }: Actor, id: string): Promise<PrivacyRequest> {
    const [request] = isId(id) ? await this.read(this.database.session(org), org, sql`q.id = ${id}::uuid`) : [];
    if (!request) throw new ApiFailure('NOT_FOUND', privacyFaults.noRequest);
    return request;
  }

  async open(actor: Actor, { kind, object: name, recordId, receivedOn }: NewRequest): Promise<PrivacyRequest> {
    const { org, userId } = actor;
    if (receivedOn !== undefined && !isDay(receivedOn)) throw new InputFailure([{ path: '/input/receivedOn', code: 'date', said: privacyFaults.noDay }]);
    const object = await this.personObject(actor, name);
    const session = this.database.session(org);
    await this.mustExist(session, org.schema, object, recordId);
    const id = makeId();
    const now = this.clock.now(org);
    const received = sql`coalesce(${receivedOn ?? null}::date, (${now}::timestamptz at time zone ${org.timeZone})::date)`;
    await session.run(sql`insert into ${orgTable(org.schema, 'privacyRequest')} (id, kind, status, object, record_id, received_on, due_on, opened_by, opened_at)
      values (${id}::uuid, ${kind}, 'open', ${object.id}, ${recordId}::uuid, ${received}, ${received} + ${DAYS}::int, ${userId}::uuid, ${now}::timestamptz)`);
    await this.note(actor, 'privacyRequest', { id, object: object.name, recordId }, { kind, status: 'open' });
    return this.one(actor, id);
  }

  /** Everything that is kept of the person of a request; that somebody looked is written down. */
  async survey(actor: Actor, id: string): Promise<PersonSurvey> {
    const { org } = actor;
    const request = await this.one(actor, id);
    const { model } = await this.models.current(org);
    const object = await this.personObject(actor, request.object ?? '');
    const place = { session: this.database.session(org), schema: org.schema, model };
    const records = await findPersonRecords(place, object, request.recordId);
    const identifiers = await findIdentifiers(place, records, identifyingFields(object));
    await this.note(actor, 'personFound', request);
    return {
      name: request.name,
      parts: records.parts.map((part) => ({ object: part.object.name, how: part.how, records: part.ids.length, fields: fieldsToErase(part).map(({ name }) => name) })),
      ...(isAccount(object) && { account: await countAccount(place.session, org.schema, request.recordId) }),
      traces: await countTraces({ session: place.session, schema: org.schema, records, identifiers }),
      mentions: await findMentions(place, records, identifiers),
      sandboxes: (await this.orgs.all()).filter(({ sandboxOf }) => sandboxOf === org.id).map(({ name }) => name),
    };
  }

  /** What is erased is gone for good, so the person's name has to be typed. The request is done with it. */
  async erase(actor: Actor, id: string, confirmation: string): Promise<PrivacyRequest> {
    const request = await this.mustBeOpen(actor, id);
    if (request.kind !== 'erasure') throw new ApiFailure('CONFLICT', privacyFaults.notErasure);
    if (confirmation.trim() !== confirmationOf(request)) throw new InputFailure([{ path: '/confirmation', code: 'confirmation', said: { ...privacyFaults.confirmation, words: { name: confirmationOf(request) } } }]);
    const object = await this.personObject(actor, request.object ?? '');
    const { org, userId } = actor;
    await this.erasures.erase(org, { object, recordId: request.recordId, requestId: id, actorId: userId }, async (tx, outcome) => {
      await this.close(tx, actor, request, 'done', { outcome });
    });
    return this.one(actor, id);
  }

  /** The texts are those of a survey of the same request; the copies of the org are changed alike. */
  async replaceMentions(actor: Actor, id: string, mentions: readonly ChosenMention[], text: string): Promise<number> {
    const request = await this.mustBeOpen(actor, id);
    if (mentions.length > MOST || mentions.some((one) => !isId(one.id)) || text.length > LONGEST_REPLACEMENT) throw new InputFailure([{ path: '/mentions', code: 'mentions', said: privacyFaults.mentions }]);
    const { org, userId } = actor;
    const { model } = await this.models.current(org);
    const object = await this.personObject(actor, request.object ?? '');
    const place = { session: this.database.session(org), schema: org.schema, model };
    const identifiers = await findIdentifiers(place, await findPersonRecords(place, object, request.recordId), identifyingFields(object));
    const count = await this.erasures.alike(org, async (tx, at, its) => {
      if (tx.org.id === org.id) await keepReplaced(tx, its, mentions, { requestId: id, actorId: userId, text: text.trim() });
      return replaceMentions(tx, mentions, { model: its, identifiers, text: text.trim(), actorId: userId, at });
    });
    await this.note(actor, 'mentionsReplaced', request, { count: String(count) });
    return count;
  }

  /** Says that a request is answered, or why it is not. */
  async end(actor: Actor, id: string, refusal: string | null): Promise<PrivacyRequest> {
    const request = await this.mustBeOpen(actor, id);
    if (refusal !== null && refusal.trim() === '') throw new InputFailure([{ path: '/refusal', code: 'required', said: privacyFaults.refusal }]);
    const isRefused = refusal !== null;
    await this.close(this.database.session(actor.org), actor, request, isRefused ? 'refused' : 'done', isRefused ? { refusal: refusal.trim() } : {});
    await this.note(actor, 'privacyRequest', request, { kind: request.kind, status: isRefused ? 'refused' : 'done' });
    return this.one(actor, id);
  }

  /** A copy was given out: how often, and the sum of the last one, by which it is known again. */
  async noteExport(actor: Actor, request: PrivacyRequest, sha256: string): Promise<void> {
    await this.database.session(actor.org).run(sql`update ${orgTable(actor.org.schema, 'privacyRequest')}
      set outcome = outcome || jsonb_build_object('exports', coalesce((outcome ->> 'exports')::int, 0) + 1, 'lastSha256', ${sha256}::text) where id = ${request.id}::uuid`);
  }

  /** Names of the objects whose records stand for people. */
  async objects({ org }: Actor): Promise<readonly string[]> {
    return objectsOfPeople((await this.models.current(org)).model).map(({ name }) => name);
  }

  async note({ org, userId }: Actor, kind: TrailKind, { id, object, recordId }: Pick<PrivacyRequest, 'id' | 'object' | 'recordId'>, detail: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.trail.note({ orgId: org.id, actorId: userId, kind, subject: { kind: 'record', id: recordId }, detail: { ...detail, object: object ?? '', request: id } });
  }

  private async close(session: SqlSession, { org, userId }: Actor, { id }: PrivacyRequest, status: RequestStatus, more: { readonly refusal?: string; readonly outcome?: ErasureOutcome }): Promise<void> {
    const rows = await session.run(sql`update ${orgTable(org.schema, 'privacyRequest')} set status = ${status}, closed_by = ${userId}::uuid, closed_at = ${this.clock.now(org)}::timestamptz,
      refusal = ${more.refusal ?? null}, outcome = outcome || ${JSON.stringify(more.outcome ?? {})}::jsonb where id = ${id}::uuid and status = 'open' returning id`);
    if (rows.length === 0) throw new ApiFailure('CONFLICT', privacyFaults.closed);
  }

  private async mustBeOpen(actor: Actor, id: string): Promise<PrivacyRequest> {
    const request = await this.one(actor, id);
    if (request.status !== 'open') throw new ApiFailure('CONFLICT', privacyFaults.closed);
    return request;
  }

  private async personObject({ org }: Actor, name: string): Promise<ObjectModel> {
    const object = (await this.models.current(org)).model.objectByName.get(name);
    if (!object || identifyingFields(object).length === 0) throw new ApiFailure('NOT_FOUND', privacyFaults.noPerson);
    return object;
  }

  private async mustExist(session: SqlSession, schema: string, object: ObjectModel, id: string): Promise<void> {
    const [found] = isId(id) ? await session.run(sql`select from ${recordTable(schema, object)} r where r.id = ${id}::uuid ${isAccount(object) ? sql`and exists (select from guanxi."user" u where u.id = r.id and u.email = r.email)` : sql``}`) : [];
    if (!found) throw new ApiFailure('NOT_FOUND', privacyFaults.noPerson);
  }

  private async read(session: SqlSession, org: Actor['org'], which: ReturnType<typeof sql>): Promise<readonly PrivacyRequest[]> {
    const { model } = await this.models.current(org);
    const rows = await session.run<Omit<PrivacyRequest, 'name'>>(sql`
      select q.id, q.kind, q.status, q.object, q.record_id as "recordId", q.received_on::text as "receivedOn", q.due_on::text as "dueOn", q.opened_by as "openedBy", q.opened_at as "openedAt",
        q.closed_by as "closedBy", q.closed_at as "closedAt", q.refusal, q.outcome
      from ${orgTable(org.schema, 'privacyRequest')} q where ${which} order by q.status <> 'open', case when q.status = 'open' then q.due_on end, q.closed_at desc, q.id desc limit ${MOST}`);
    const names = new Map<string, string>();
    for (const object of objectsOfPeople(model)) {
      const ids = rows.filter((row) => row.object === object.id).map((row) => row.recordId);
      const field = object.fieldByName.get(object.nameField);
      if (ids.length === 0 || !field || field.column === '') continue;
      const text = field.type === 'personName' ? sql`(select string_agg(part.value, ' ') from jsonb_each_text(${sql.id(field.column)}) part)` : sql`${sql.id(field.column)}::text`;
      for (const { id, name } of await session.run<{ id: string; name: string | null }>(sql`select id, ${text} as name from ${recordTable(org.schema, object)} where id = any(${ids}::uuid[])`)) names.set(id, name ?? '');
    }
    return rows.map((row) => ({ ...row, object: (row.object && model.objectById.get(row.object)?.name) ?? null, name: names.get(row.recordId) ?? '' }));
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

/** What has to be typed before an erasure. */
export function confirmationOf({ name, recordId }: Pick<PrivacyRequest, 'name' | 'recordId'>): string {
  return name.trim() || recordId;
}
