import { Injectable } from '@nestjs/common';
import type { Model } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import type { Person } from '../activity/read-people.js';
import { Trail } from '../audit/trail.js';
import { tellPeople } from '../automation/people/tell-people.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction, SqlSession } from '../database/sql-session.js';
import { ApiFailure, InputFailure, type SaidProblem } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { findSharedRecord, type SharedRecord } from './may-share.js';
import { partyWords, shareFaults } from './people-wording.js';
import { readParties, readPrincipal, writePrincipal, type Party, type PartyKey } from './share-party.js';
import { ShareRows, type EndedShare, type ShareRow } from './share-rows.js';

export interface Share {
  readonly id: string;
  readonly with: Party;
  readonly access: 'read' | 'edit';
  readonly until: Date | null;
  readonly reason: string | null;
  readonly by: Person | null;
  readonly at: Date;
  /** Null while it holds. */
  readonly end: { readonly how: 'ended' | 'expired'; readonly at: Date; readonly by: Person | null } | null;
}

export interface RecordSharing {
  readonly record: SharedRecord;
  readonly owner: Person | null;
  readonly shares: readonly Share[];
  readonly ended: readonly Share[];
}

export interface WantedShare {
  readonly with: readonly PartyKey[];
  readonly access: 'read' | 'edit';
  readonly until: Date | null;
  readonly reason: string | null;
}

const LONGEST_REASON = 500;
const MOST_PARTIES = 100;

/** Records that somebody opens to others one by one. They never give more than the permission sets of the others do. */
@Injectable()
export class Shares {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `NOT_FOUND` for a record that this person may not read. */
  async ofRecord(actor: Actor, object: string, recordId: string): Promise<RecordSharing> {
    const { model } = await this.models.current(actor.org);
    const session = this.database.session(actor.org);
    return this.read(session, actor, model, await findSharedRecord(session, actor, model, object, recordId));
  }

  /** Shares a record, or changes how it is shared already. */
  async share(actor: Actor, object: string, recordId: string, wanted: WantedShare): Promise<RecordSharing> {
    const { org } = actor;
    const { model } = await this.models.current(org);
    const now = this.clock.now(org);
    return this.database.transaction(org, async (tx) => {
      const record = await findSharedRecord(tx, actor, model, object, recordId);
      if (record.refusal) throw new ApiFailure('FORBIDDEN', record.refusal);
      const principals = [...new Set(wanted.with.map(writePrincipal))];
      const parties = await readParties(tx, { schema: org.schema, model, locale: actor.locale }, principals);
      const problems = findProblems(wanted, [...parties.values()], record, now);
      if (problems.length > 0) throw new InputFailure(problems);
      const rows = new ShareRows(tx, org.schema);
      const { access, until, reason } = wanted;
      for (const principal of principals) {
        await rows.put({ object: record.object.id, record_id: record.id, principal, access, until, reason: reason?.trim() || null, created_by: actor.userId }, now);
        await this.note(tx, actor, 'recordShared', record, principal, access);
      }
      const told = [...parties.values()].filter(({ kind }) => kind === 'user').map(({ id }) => id);
      await tellPeople(tx, told.map((userId) => ({ userId, kind: 'share', wording: partyWords.shared, title: record.name, object: record.object.id, recordId: record.id, actorId: actor.userId })), now);
      return this.read(tx, actor, model, record);
    });
  }

  /** Whoever may share the record may end any share of it, and people may give back what was shared with them by name. */
  async end(actor: Actor, shareId: string): Promise<void> {
    const { org } = actor;
    const { model } = await this.models.current(org);
    await this.database.transaction(org, async (tx) => {
      const rows = new ShareRows(tx, org.schema);
      const row = isId(shareId) ? await rows.find(shareId) : undefined;
      const object = model.objectById.get(row?.object ?? '');
      if (!row || !object) throw new ApiFailure('NOT_FOUND', shareFaults.noShare);
      const record = await findSharedRecord(tx, actor, model, object.name, row.record_id);
      if (record.refusal && row.principal !== writePrincipal({ kind: 'user', id: actor.userId })) throw new ApiFailure('FORBIDDEN', record.refusal);
      await rows.remove([row], 'ended', actor.userId, this.clock.now(org));
      await this.note(tx, actor, 'shareEnded', record, row.principal, row.access);
    });
  }

  private note(tx: OrgTransaction, { org, userId }: Actor, kind: 'recordShared' | 'shareEnded', { object, id }: SharedRecord, principal: string, access: string): Promise<void> {
    return this.trail.note({ orgId: org.id, actorId: userId, kind, subject: { kind: 'record', id }, detail: { object: object.name, with: principal, access } }, tx);
  }

  private async read(session: SqlSession, { org, locale }: Actor, model: Model, record: SharedRecord): Promise<RecordSharing> {
    const rows = new ShareRows(session, org.schema);
    const now = this.clock.now(org);
    const live = await rows.live(record.object.id, record.id, now);
    const ended = await rows.ended(record.object.id, record.id, now);
    const parties = await readParties(session, { schema: org.schema, model, locale }, [...live, ...ended].map(({ principal }) => principal));
    const people = await findPeople(session, org, [record.ownerId, ...[...live, ...ended].map((row) => row.created_by), ...ended.map((row) => row.actor_id)]);
    return {
      record,
      owner: people.get(record.ownerId) ?? null,
      shares: live.map((row) => present(row, parties, people)),
      ended: ended.map((row) => present(row, parties, people)),
    };
  }
}

function findProblems({ with: parties, until, reason }: WantedShare, found: readonly Party[], { ownerId }: SharedRecord, now: Date): readonly SaidProblem[] {
  return [
    ...(parties.length === 0 || parties.length > MOST_PARTIES ? [{ path: '/with', code: 'required', said: shareFaults.nobody }] : []),
    ...found.flatMap((party, index): SaidProblem[] => {
      if (!party.present) return [{ path: `/with/${index}`, code: 'unknown', said: shareFaults.noParty }];
      return party.kind === 'user' && party.id === ownerId ? [{ path: `/with/${index}`, code: 'owner', said: { ...shareFaults.ownerAlready, words: { name: party.name } } }] : [];
    }),
    ...(until !== null && !(until > now) ? [{ path: '/until', code: 'past', said: shareFaults.past }] : []),
    ...(reason !== null && reason.length > LONGEST_REASON ? [{ path: '/reason', code: 'long', said: { ...shareFaults.reason, words: { limit: String(LONGEST_REASON) } } }] : []),
  ];
}

async function findPeople(session: SqlSession, { schema }: Org, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Person>> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  const people = await session.run<Person>(sql`select id, name, email, active from ${orgTable(schema, 'user')} where id = any(${asked}::uuid[])`);
  return new Map(people.map((person) => [person.id, person]));
}

function present(row: ShareRow | EndedShare, parties: ReadonlyMap<string, Party>, people: ReadonlyMap<string, Person>): Share {
  const { id, principal, access, until, reason, created_by: by, created_at: at } = row;
  const end = 'kind' in row ? { how: row.kind, at: row.at, by: (row.actor_id !== null && people.get(row.actor_id)) || null } : null;
  return { id, with: parties.get(principal) ?? { ...readPrincipal(principal), name: principal, present: false }, access, until, reason, by: people.get(by) ?? null, at, end };
}
