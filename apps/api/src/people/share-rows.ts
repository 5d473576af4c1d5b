import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import type { SqlSession } from '../database/sql-session.js';

export interface ShareRow {
  readonly id: string;
  /** Stable id of the object. */
  readonly object: string;
  readonly record_id: string;
  readonly principal: string;
  readonly access: 'read' | 'edit';
  readonly until: Date | null;
  readonly reason: string | null;
  readonly created_by: string;
  readonly created_at: Date;
}

export type ShareEventKind = 'shared' | 'changed' | 'ended' | 'expired';

export interface EndedShare extends ShareRow {
  readonly kind: 'ended' | 'expired';
  readonly at: Date;
  readonly actor_id: string | null;
}

const MOST_ENDED = 50;

/** The tables of shares of one org. */
export class ShareRows {
  constructor(
    private readonly session: SqlSession,
    private readonly schema: string,
  ) {}

  /** Those whose time is not over, oldest first. */
  live(object: string, recordId: string, now: Date): Promise<readonly ShareRow[]> {
    return this.session.run<ShareRow>(sql`
      select * from ${orgTable(this.schema, 'share')} where object = ${object} and record_id = ${recordId}::uuid and (until is null or until > ${now}::timestamptz) order by created_at, id`);
  }

  /** Those that are over, swept or not, the last one first. */
  ended(object: string, recordId: string, now: Date): Promise<readonly EndedShare[]> {
    const share = orgTable(this.schema, 'share');
    const event = orgTable(this.schema, 'shareEvent');
    return this.session.run<EndedShare>(sql`
      select * from (
        select e.share_id as id, e.object, e.record_id, e.principal, e.access, e.until, e.reason, b.actor_id as created_by, b.at as created_at, e.kind, e.at, e.actor_id
        from ${event} e join lateral (select actor_id, at from ${event} b where b.share_id = e.share_id and b.kind = 'shared' order by b.at limit 1) b on true
        where e.object = ${object} and e.record_id = ${recordId}::uuid and e.kind in ('ended', 'expired')
        union all
        select s.id, s.object, s.record_id, s.principal, s.access, s.until, s.reason, s.created_by, s.created_at, 'expired', s.until, null
        from ${share} s where s.object = ${object} and s.record_id = ${recordId}::uuid and s.until <= ${now}::timestamptz
      ) one order by at desc, id desc limit ${MOST_ENDED}`);
  }

  async find(id: string): Promise<ShareRow | undefined> {
    const [row] = await this.session.run<ShareRow>(sql`select * from ${orgTable(this.schema, 'share')} where id = ${id}::uuid for update`);
    return row;
  }

  /** Writes a share, or changes the one that there is with the same party. One whose time is over counts as ended. */
  async put(wanted: Omit<ShareRow, 'id' | 'created_at'>, now: Date): Promise<void> {
    const share = orgTable(this.schema, 'share');
    const [known] = await this.session.run<ShareRow>(sql`select * from ${share} where record_id = ${wanted.record_id}::uuid and principal = ${wanted.principal} for update`);
    const isOver = known?.until != null && known.until <= now;
    if (known && isOver) await this.remove([known], 'expired', null, now);
    const id = known && !isOver ? known.id : makeId();
    const { object, record_id, principal, access, until, reason, created_by } = wanted;
    await this.session.run(sql`
      insert into ${share} (id, object, record_id, principal, access, until, reason, created_by, created_at)
      values (${id}::uuid, ${object}, ${record_id}::uuid, ${principal}, ${access}, ${until}::timestamptz, ${reason}, ${created_by}::uuid, ${now}::timestamptz)
      on conflict (record_id, principal) do update set access = excluded.access, until = excluded.until, reason = excluded.reason`);
    await this.note([{ ...wanted, id, created_at: now }], known && !isOver ? 'changed' : 'shared', created_by, now);
  }

  ofRecord(object: string, recordId: string): Promise<readonly ShareRow[]> {
    return this.session.run<ShareRow>(sql`select * from ${orgTable(this.schema, 'share')} where object = ${object} and record_id = ${recordId}::uuid order by created_at, id for update`);
  }

  /** Another right or end for a share that there is. */
  async alter(row: ShareRow, actorId: string, now: Date): Promise<void> {
    await this.session.run(sql`update ${orgTable(this.schema, 'share')} set access = ${row.access}, until = ${row.until}::timestamptz where id = ${row.id}::uuid`);
    await this.note([row], 'changed', actorId, now);
  }

  /** Shares of another record open this one from now on. One with a party that this one is shared with already ends. */
  async move(rows: readonly ShareRow[], recordId: string, actorId: string, now: Date): Promise<void> {
    if (rows.length === 0) return;
    const moved = await this.session.run<ShareRow>(sql`
      update ${orgTable(this.schema, 'share')} s set record_id = ${recordId}::uuid where s.id = any(${rows.map(({ id }) => id)}::uuid[])
        and not exists (select from ${orgTable(this.schema, 'share')} o where o.record_id = ${recordId}::uuid and o.principal = s.principal) returning s.*`);
    const ids = new Set(moved.map(({ id }) => id));
    await this.note(rows.filter(({ id }) => ids.has(id)), 'ended', actorId, now);
    await this.note(moved, 'shared', actorId, now);
    await this.remove(rows.filter(({ id }) => !ids.has(id)), 'ended', actorId, now);
  }

  async remove(rows: readonly ShareRow[], kind: 'ended' | 'expired', actorId: string | null, now: Date): Promise<void> {
    if (rows.length === 0) return;
    await this.session.run(sql`delete from ${orgTable(this.schema, 'share')} where id = any(${rows.map(({ id }) => id)}::uuid[])`);
    await this.note(rows, kind, actorId, now);
  }

  /** So many whose time is over; nobody else takes them until the end of the transaction. */
  over(now: Date, most: number): Promise<readonly ShareRow[]> {
    return this.session.run<ShareRow>(sql`select * from ${orgTable(this.schema, 'share')} where until <= ${now}::timestamptz order by until limit ${most} for update skip locked`);
  }

  private async note(rows: readonly ShareRow[], kind: ShareEventKind, actorId: string | null, now: Date): Promise<void> {
    if (rows.length === 0) return;
    const events = rows.map(({ id, until, ...row }) => ({ ...row, id: makeId(), share_id: id, until: until?.toISOString() ?? null, at: (kind === 'expired' ? (until ?? now) : now).toISOString() }));
    await this.session.run(sql`
      insert into ${orgTable(this.schema, 'shareEvent')} (id, share_id, object, record_id, kind, principal, access, until, reason, at, actor_id)
      select id, share_id, object, record_id, ${kind}, principal, access, until, reason, at, ${actorId}::uuid
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as event(id uuid, share_id uuid, object text, record_id uuid, principal text, access text, until timestamptz, reason text, at timestamptz)`);
  }
}
