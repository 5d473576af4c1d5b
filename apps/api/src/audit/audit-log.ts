import { Injectable } from '@nestjs/common';
import type { JsonValue } from '@guanxi/field-types';
import type { Model } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { InjectRepository } from '@nestjs/typeorm';
import { sql, type RawBuilder } from 'kysely';
import { LessThan, type Repository } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { describeChanges, type TimelineChange } from '../activity/describe-changes.js';
import { readNames } from '../activity/read-names.js';
import { readPeople, type Person } from '../activity/read-people.js';
import { findTrail } from './find-trail.js';
import { GROUPS, isTrailAuditKind, presentTrail } from './present-trail.js';
import { sensitiveChanges } from './sensitive-changes.js';
import { SensitiveReads } from './sensitive-reads.js';
import type { TrailDetail } from './tell-trail.js';
import type { TrailGroup } from './trail-kinds.js';
import { nameSubjects } from './name-subjects.js';
import { readNamesWithBin } from './read-names-with-bin.js';
import { tellAutomationEntry, type AutomationEntry } from '../automation/fair/tell-entry.js';
import { OrgDatabase } from '../database/org-database.js';
import { RevisionRow } from '../database/entities/revision-row.js';
import { Models } from '../metadata/models.js';
import { Operations } from '../operations/operations.js';
import type { OperationRecord } from '../operations/operation-record.js';
import { tellOperation } from '../operations/tell-operation.js';

/** What happened: to one record, to many by one operation, to the objects themselves by a publishing, or to automation as such. */
export type AuditKind = 'RECORD' | 'OPERATION' | 'PUBLISHING' | 'AUTOMATION' | TrailAuditKind;

/** Entries of the trail, by what they are about; publishings have entries of their own. */
export type TrailAuditKind = 'SIGN_IN' | 'PEOPLE' | 'ACCESS' | 'KEYS' | 'EXCHANGE' | 'READING' | 'SETTINGS';

export interface AuditItem {
  readonly id: string;
  readonly kind: AuditKind;
  readonly at: Date;
  readonly by: Person | null;
  /** The way it came by: page, api, import, workflow. */
  readonly source: string | null;
  /** Of a record: `created`, `updated`, `deleted` or `restored`. */
  readonly action: string | null;
  readonly object: string | null;
  readonly recordId: string | null;
  /** Also of a record in the recycle bin; null where it is blank, may not be read or is gone for good. */
  readonly recordName: string | null;
  /** Whether the record can be opened. */
  readonly isThere: boolean;
  readonly changes: readonly TimelineChange[] | null;
  /** What an operation or a publishing did, one sentence each. */
  readonly sentences: readonly string[];
  readonly operationId: string | null;
  readonly revision: number | null;
  /** Of an entry of the trail: where it came from, its place in the chain, and what else was written down. */
  readonly trail: TrailNote | null;
}

export interface TrailNote {
  readonly seq: string;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly detail: TrailDetail;
}

export interface AuditRequest {
  readonly kinds: readonly AuditKind[];
  readonly object?: string;
  readonly actorId?: string;
  readonly from?: Date;
  readonly to?: Date;
  readonly first: number;
  readonly after?: string;
}

export interface AuditPage {
  readonly items: readonly AuditItem[];
  readonly next: string | null;
}

/** Where each of the lists goes on. */
interface Place {
  readonly history?: string;
  readonly operation?: string;
  readonly revision?: number;
  readonly automation?: string;
  readonly trail?: string;
}

/** An item together with where its own list goes on after it. */
interface Found {
  readonly at: Date;
  readonly actorId: string | null;
  readonly place: Place;
  readonly item: Omit<AuditItem, 'at' | 'by'>;
}

interface HistoryRow {
  readonly id: string;
  readonly object: string;
  readonly record_id: string;
  readonly kind: string;
  readonly changes: Readonly<Record<string, readonly [JsonValue, JsonValue]>>;
  readonly actor_id: string | null;
  readonly source: string;
  readonly operation_id: string | null;
  readonly at: Date;
}

type ToldRecord = Pick<AuditItem, 'object' | 'recordName' | 'isThere' | 'changes'>;

const MOST = 200;
/** A list of operations is read on so often when the filter leaves most of them out. */
const MOST_READS = 10;

/** Everything that was changed in an org, the latest first; what many records share is one entry. For admins. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly operations: Operations,
    private readonly sensitive: SensitiveReads,
    @InjectRepository(RevisionRow) private readonly revisions: Repository<RevisionRow>,
  ) {}

  async read(actor: Actor, request: AuditRequest): Promise<AuditPage> {
    const { model } = await this.models.current(actor.org);
    const first = Math.min(Math.max(request.first, 1), MOST);
    const place = readPlace(request.after);
    const lists: Record<Exclude<AuditKind, TrailAuditKind>, () => Promise<readonly Found[]>> = {
      RECORD: () => this.findRecords(actor, model, request, place, first + 1),
      OPERATION: () => this.findOperations(actor, model, request, place, first + 1),
      PUBLISHING: () => this.findRevisions(actor, request, place, first + 1),
      AUTOMATION: () => this.findAutomation(actor, model, request, place, first + 1),
    };
    const groups = request.kinds.flatMap((kind) => (isTrailAuditKind(kind) ? [GROUPS[kind]] : []));
    const others = request.kinds.flatMap((kind) => (isTrailAuditKind(kind) ? [] : [lists[kind]()]));
    const found = (await Promise.all([...others, ...(groups.length > 0 ? [this.findTrail(actor, groups, request, place, first + 1)] : [])])).flat().sort((left, right) => right.at.getTime() - left.at.getTime());
    const shown = found.slice(0, first);
    const people = await readPeople(this.database, actor.org, shown.map(({ actorId }) => actorId));
    const next = shown.reduce<Place>((reached, one) => ({ ...reached, ...one.place }), place);
    return {
      items: shown.map(({ at, actorId, item }) => ({ ...item, at, by: (actorId !== null && people.get(actorId)) || null })),
      next: found.length > first ? JSON.stringify(next) : null,
    };
  }

  private async findRecords(actor: Actor, model: Model, request: AuditRequest, place: Place, limit: number): Promise<readonly Found[]> {
    const { schema } = actor.org;
    const session = this.database.session(actor.org);
    const object = request.object === undefined ? undefined : model.objectByName.get(request.object);
    if (request.object !== undefined && !object) return [];
    const conditions: RawBuilder<boolean>[] = [
      sql<boolean>`not exists (select from ${orgTable(schema, 'operation')} o where o.id = h.operation_id)`,
      ...(place.history === undefined ? [] : [sql<boolean>`h.id < ${place.history}::bigint`]),
      ...(object ? [sql<boolean>`h.object = ${object.id}`] : []),
      ...(request.actorId === undefined ? [] : [sql<boolean>`h.actor_id = ${request.actorId}::uuid`]),
      ...(request.from ? [sql<boolean>`h.at >= ${request.from}::timestamptz`] : []),
      ...(request.to ? [sql<boolean>`h.at < ${request.to}::timestamptz`] : []),
    ];
    const rows = await session.run<HistoryRow>(sql`select id::text as id, object, record_id, kind, changes, actor_id, source, operation_id, at
      from ${orgTable(schema, 'history')} h where ${sql.join(conditions, sql` and `)} order by h.id desc limit ${limit}`);
    const told = await this.describe(actor, model, rows);
    return rows.map((row): Found => {
      const item = { id: `record ${row.id}`, kind: 'RECORD', source: row.source, action: row.kind, recordId: row.record_id, sentences: [], operationId: row.operation_id, revision: null, trail: null } as const;
      return { at: row.at, actorId: row.actor_id, place: { history: row.id }, item: { ...item, ...(told.get(row.id) ?? { object: null, recordName: null, isThere: false, changes: null }) } };
    });
  }

  /** Names and changes of history rows, object by object. An object that is gone by now has none. */
  private async describe(actor: Actor, model: Model, rows: readonly HistoryRow[]): Promise<ReadonlyMap<string, ToldRecord>> {
    const place = { session: this.database.session(actor.org), schema: actor.org.schema, model };
    const told = new Map<string, ToldRecord>();
    for (const id of new Set(rows.map(({ object }) => object))) {
      const group = rows.filter((row) => row.object === id);
      const object = model.objectById.get(id);
      if (!object) continue;
      const ids = [...new Set(group.map(({ record_id }) => record_id))];
      const [present, names] = [await readNames(place, actor.access, object.name, ids), await readNamesWithBin(place, actor, object.name, ids)];
      const changes = await describeChanges(place, actor.access, object, group.map((row) => row.changes));
      await this.sensitive.note(actor, 'auditLog', sensitiveChanges(model, object, group.map(({ record_id }, index) => ({ id: record_id, fields: (changes[index] ?? []).map(({ field }) => field) }))));
      group.forEach((row, index) => told.set(row.id, { object: object.name, recordName: present.get(row.record_id) || names.get(row.record_id) || null, isThere: present.has(row.record_id), changes: changes[index] ?? null }));
    }
    return told;
  }

  private async findOperations(actor: Actor, model: Model, request: AuditRequest, place: Place, limit: number): Promise<readonly Found[]> {
    const object = request.object === undefined ? undefined : model.objectByName.get(request.object);
    const fits = ({ actorId, startedAt, counts }: OperationRecord): boolean =>
      (request.actorId === undefined || actorId === request.actorId) &&
      (!request.from || startedAt >= request.from) &&
      (!request.to || startedAt < request.to) &&
      (request.object === undefined || (object !== undefined && counts[object.id] !== undefined));
    const found: OperationRecord[] = [];
    let after = place.operation;
    for (let reads = 0; found.length < limit && reads < MOST_READS; reads += 1) {
      const page = await this.operations.list(actor, { first: MOST, ...(after !== undefined && { after }) });
      found.push(...page.filter(fits));
      if (page.length < MOST) break;
      after = page.at(-1)?.id;
    }
    return found.slice(0, limit).map((operation): Found => ({
      at: operation.startedAt,
      actorId: operation.actorId,
      place: { operation: operation.id },
      item: {
        id: `operation ${operation.id}`, kind: 'OPERATION', source: operation.source, action: null, object: operation.title.object ?? null, recordId: null, recordName: null, isThere: false,
        changes: null, sentences: [tellOperation(operation, model, actor.locale)], operationId: operation.id, revision: null, trail: null,
      },
    }));
  }

  /** Stops, pauses and limits: what people, or the platform itself, did to automation. */
  private async findAutomation(actor: Actor, model: Model, request: AuditRequest, place: Place, limit: number): Promise<readonly Found[]> {
    if (request.object !== undefined) return [];
    const conditions: RawBuilder<boolean>[] = [
      sql<boolean>`true`,
      ...(place.automation === undefined ? [] : [sql<boolean>`entry.id < ${place.automation}::bigint`]),
      ...(request.actorId === undefined ? [] : [sql<boolean>`actor_id = ${request.actorId}::uuid`]),
      ...(request.from ? [sql<boolean>`at >= ${request.from}::timestamptz`] : []),
      ...(request.to ? [sql<boolean>`at < ${request.to}::timestamptz`] : []),
    ];
    const rows = await this.database.session(actor.org).run<AutomationRow>(sql`select entry.id::text as id, kind, workflow_id, actor_id, detail, at
      from ${orgTable(actor.org.schema, 'automationEntry')} entry where ${sql.join(conditions, sql` and `)} order by entry.id desc limit ${limit}`);
    return rows.map((row): Found => ({
      at: row.at,
      actorId: row.actor_id,
      place: { automation: row.id },
      item: {
        id: `automation ${row.id}`, kind: 'AUTOMATION', source: null, action: null, object: null, recordId: null, recordName: null, isThere: false,
        changes: null, sentences: [tellAutomationEntry(row, model, actor.locale)], operationId: null, revision: null, trail: null,
      },
    }));
  }

  private async findTrail(actor: Actor, groups: readonly TrailGroup[], { object, actorId, from, to }: AuditRequest, place: Place, limit: number): Promise<readonly Found[]> {
    const wish = { groups, ...(object !== undefined && { object }), ...(actorId !== undefined && { actorId }), ...(from && { from }), ...(to && { to }), ...(place.trail !== undefined && { before: place.trail }) };
    const { model } = await this.models.current(actor.org);
    const rows = await nameSubjects(this.database, actor, model, await findTrail(this.database.session(actor.org), actor.org.id, wish, limit));
    return rows.map((row): Found => ({ at: row.at, actorId: row.actor_id, place: { trail: row.id }, item: presentTrail(row, actor.locale) }));
  }

  private async findRevisions(actor: Actor, request: AuditRequest, place: Place, limit: number): Promise<readonly Found[]> {
    if (request.object !== undefined) return [];
    const where = { orgId: actor.org.id, ...(place.revision !== undefined && { number: LessThan(place.revision) }), ...(request.actorId !== undefined && { createdBy: request.actorId }) };
    const rows = await this.revisions.find({ select: { number: true, createdAt: true, createdBy: true, changes: true }, where, order: { number: 'desc' }, take: limit });
    const within = rows.filter(({ createdAt }) => (!request.from || createdAt >= request.from) && (!request.to || createdAt < request.to));
    return within.map(({ number, createdAt, createdBy, changes }): Found => ({
      at: createdAt,
      actorId: createdBy,
      place: { revision: number },
      item: {
        id: `revision ${number}`, kind: 'PUBLISHING', source: null, action: null, object: null, recordId: null, recordName: null, isThere: false,
        changes: null, sentences: changes.map(({ sentence }) => sentence), operationId: null, revision: number, trail: null,
      },
    }));
  }
}

interface AutomationRow extends AutomationEntry {
  readonly id: string;
  readonly actor_id: string | null;
  readonly at: Date;
}

/** A cursor that was not made here shows the first page again. */
function readPlace(after: string | undefined): Place {
  try {
    const { history, operation, revision, automation, trail } = JSON.parse(after ?? '{}') as Record<string, unknown>;
    return {
      ...(typeof history === 'string' && /^\d{1,18}$/.test(history) && { history }),
      ...(typeof operation === 'string' && { operation }),
      ...(typeof automation === 'string' && /^\d{1,18}$/.test(automation) && { automation }),
      ...(typeof trail === 'string' && /^\d{1,18}$/.test(trail) && { trail }),
      ...(typeof revision === 'number' && Number.isSafeInteger(revision) && { revision }),
    };
  } catch {
    return {};
  }
}
