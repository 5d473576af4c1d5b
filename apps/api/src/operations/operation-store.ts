import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import type { NewOperation, OperationCounts, OperationEnd, OperationKind, OperationRecord } from './operation-record.js';

/** The `_operation` table of one org. */
export class OperationStore {
  private readonly table: RawBuilder<unknown>;
  private readonly history: RawBuilder<unknown>;

  constructor(
    private readonly session: SqlSession,
    schema: string,
  ) {
    this.table = orgTable(schema, 'operation');
    this.history = orgTable(schema, 'history');
  }

  /** One whose worker was killed begins again under the same id. */
  async begin({ id, kind, title, actor, source = actor.source, at, undoes, request }: NewOperation): Promise<void> {
    await this.session.run(sql`insert into ${this.table} (id, kind, title, actor_id, source, status, started_at, undoes, request)
      values (${id}::uuid, ${kind}, ${JSON.stringify(title)}::jsonb, ${actor.userId}::uuid, ${source}, 'running', ${at}::timestamptz, ${undoes ?? null}::uuid, ${request ? JSON.stringify(request) : null}::jsonb)
      on conflict (id) do update set status = 'running', finished_at = null, error = null`);
  }

  /** What is over already: one more part of an operation that was noted before adds to its counts. */
  async note({ id, kind, title, actor, source = actor.source, at, undoes }: NewOperation, counts: OperationCounts): Promise<void> {
    const given = JSON.stringify(counts);
    await this.session.run(sql`insert into ${this.table} as o (id, kind, title, actor_id, source, status, counts, started_at, finished_at, undoes)
      values (${id}::uuid, ${kind}, ${JSON.stringify(title)}::jsonb, ${actor.userId}::uuid, ${source}, 'done', ${given}::jsonb, ${at}::timestamptz, ${at}::timestamptz, ${undoes ?? null}::uuid)
      on conflict (id) do update set counts = ${this.counted(sql`o.id`)}, finished_at = excluded.finished_at`);
  }

  /** False where it has been stopped meanwhile. */
  async progress(id: string, counts: OperationCounts): Promise<boolean> {
    return (await this.session.run(sql`update ${this.table} set counts = ${JSON.stringify(counts)}::jsonb where id = ${id}::uuid and status = 'running' returning id`)).length > 0;
  }

  /** Ends what a worker has still to do, or is doing; false where there is no such thing. */
  async stop(id: string, { at, error }: Pick<OperationEnd, 'at'> & { readonly error: string }): Promise<boolean> {
    return (await this.session.run(sql`
      update ${this.table} set status = 'cancelled', finished_at = ${at}::timestamptz, counts = '{}', error = ${error}
      where id = ${id}::uuid and status = 'running' and request is not null returning id`)).length > 0;
  }

  /** Only what nobody has stopped comes to its end: false where somebody has. */
  async complete(id: string, { at, counts }: Pick<OperationEnd, 'at'> & { readonly counts: OperationCounts }): Promise<boolean> {
    return (await this.session.run(sql`
      update ${this.table} set status = 'done', finished_at = ${at}::timestamptz, counts = ${JSON.stringify(counts)}::jsonb, error = null where id = ${id}::uuid and status = 'running' returning id`)).length > 0;
  }

  /** What somebody has stopped stays stopped. */
  async finish(id: string, { status, at, counts, error }: OperationEnd): Promise<void> {
    const counted = counts ? sql`${JSON.stringify(counts)}::jsonb` : this.counted(sql`o.id`);
    await this.session.run(sql`update ${this.table} o set status = ${status}, finished_at = ${at}::timestamptz, counts = ${counted}, error = ${error ?? null} where id = ${id}::uuid and o.status <> 'cancelled'`);
  }

  async markUndone(id: string, by: string): Promise<void> {
    await this.session.run(sql`update ${this.table} set undone_by = ${by}::uuid where id = ${id}::uuid`);
  }

  /** Found, and nobody else changes it until the end of the transaction. */
  async hold(id: string): Promise<OperationRecord | undefined> {
    await this.session.run(sql`select from ${this.table} where id = ${id}::uuid for update`);
    return this.find(id);
  }

  /** Whether somebody is taking it back at the moment. */
  async isBeingUndone(id: string): Promise<boolean> {
    const [row] = await this.session.run(sql`select from ${this.table} where undoes = ${id}::uuid and status = 'running'`);
    return row !== undefined;
  }

  async find(id: string): Promise<OperationRecord | undefined> {
    const [row] = await this.session.run<OperationRow>(sql`${this.select()} where o.id = ${id}::uuid`);
    return row && readOperation(row);
  }

  /** Newest first; `after` is the id of one of them. Those of one person, or everybody's. */
  async list({ actorId, kinds, first, after }: { actorId?: string; kinds?: readonly OperationKind[]; first: number; after?: string }): Promise<readonly OperationRecord[]> {
    const conditions = [
      sql`true`,
      ...(actorId === undefined ? [] : [sql`o.actor_id = ${actorId}::uuid`]),
      ...(kinds === undefined ? [] : [sql`o.kind = any(${kinds}::text[])`]),
      ...(after === undefined ? [] : [sql`(o.started_at, o.id) < (select started_at, id from ${this.table} where id = ${after}::uuid)`]),
    ];
    const rows = await this.session.run<OperationRow>(sql`${this.select()} where ${sql.join(conditions, sql` and `)} order by o.started_at desc, o.id desc limit ${first}`);
    return rows.map(readOperation);
  }

  /** What a worker has to do, or another one has left. */
  async open(): Promise<readonly OperationRecord[]> {
    const rows = await this.session.run<OperationRow>(sql`${this.select()} where o.status = 'running' and o.request is not null order by o.id`);
    return rows.map(readOperation);
  }

  private select(): RawBuilder<unknown> {
    const chain = sql`with recursive chain as (
        select u.kind, u.title, u.counts, u.undoes, 1 as times from ${this.table} u where u.id = o.undoes
        union all select n.kind, n.title, n.counts, n.undoes, c.times + 1 from ${this.table} n join chain c on n.id = c.undoes
      ) select jsonb_build_object('kind', kind, 'title', title, 'counts', counts, 'times', times) from chain order by times desc limit 1`;
    const undoing = sql`select u.id from ${this.table} u where u.undoes = o.id and u.status = 'running' order by u.id desc limit 1`;
    return sql`select o.*, (${chain}) as undone, case when o.undone_by is null then (${undoing}) end as undoing from ${this.table} o`;
  }

  private counted(id: RawBuilder<unknown>): RawBuilder<unknown> {
    return sql`(select coalesce(jsonb_object_agg(c.object, c.kinds), '{}') from (
      select k.object, jsonb_object_agg(k.kind, k.count) as kinds from (
        select h.object, h.kind, count(*) as count from ${this.history} h where h.operation_id = ${id} group by 1, 2
      ) k group by k.object
    ) c)`;
  }
}

interface OperationRow {
  readonly id: string;
  readonly kind: OperationKind;
  readonly title: OperationRecord['title'];
  readonly actor_id: string | null;
  readonly source: string;
  readonly status: OperationRecord['status'];
  readonly counts: OperationCounts;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly undoes: string | null;
  readonly undone_by: string | null;
  readonly undoing: string | null;
  readonly error: string | null;
  readonly request: unknown;
  readonly undone: OperationRecord['undone'];
}

function readOperation(row: OperationRow): OperationRecord {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    actorId: row.actor_id,
    source: row.source,
    status: row.status,
    counts: row.counts,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    undoes: row.undoes,
    undoneBy: row.undone_by,
    undoing: row.undoing,
    error: row.error,
    request: row.request,
    undone: row.undone,
  };
}
