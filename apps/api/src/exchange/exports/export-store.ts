import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';
import type { ExportProgress, ExportRecord, ExportStatus, ExportWish } from './export-record.js';

export type NewExport = ExportWish & Pick<ExportRecord, 'id' | 'fileName' | 'userId' | 'locale' | 'scheduleId' | 'startedAt' | 'expiresAt'>;

/** The `_export` table of one org. */
export class ExportStore {
  private readonly table: RawBuilder<unknown>;

  constructor(
    private readonly session: SqlSession,
    schema: string,
  ) {
    this.table = orgTable(schema, 'export');
  }

  async add(made: NewExport): Promise<void> {
    await this.session.run(sql`insert into ${this.table} (id, kind, wish, file_name, status, user_id, locale, schedule_id, started_at, expires_at)
      values (${made.id}::uuid, ${made.kind}, ${JSON.stringify(made.wish)}::jsonb, ${made.fileName}, 'queued', ${made.userId}::uuid, ${made.locale},
        ${made.scheduleId}::uuid, ${made.startedAt}::timestamptz, ${made.expiresAt}::timestamptz)`);
  }

  async find(id: string): Promise<ExportRecord | undefined> {
    const [row] = await this.session.run<ExportRecord>(sql`select ${COLUMNS} from ${this.table} where id = ${id}::uuid`);
    return row;
  }

  /** Newest first; of one person, or of all. */
  async list({ userId, first }: { readonly userId?: string; readonly first: number }): Promise<readonly ExportRecord[]> {
    return this.session.run<ExportRecord>(sql`select ${COLUMNS} from ${this.table}
      where ${userId === undefined ? sql`true` : sql`user_id = ${userId}::uuid`} order by started_at desc, id desc limit ${first}`);
  }

  /** Those that are not over, of these kinds, oldest first: queued ones, and running ones whose worker may have died. */
  async open(kinds: readonly ExportRecord['kind'][]): Promise<readonly ExportRecord[]> {
    return this.session.run<ExportRecord>(sql`select ${COLUMNS} from ${this.table} where status in ('queued', 'running') and kind = any(${[...kinds]}::text[]) order by id`);
  }

  async begin(id: string): Promise<void> {
    await this.session.run(sql`update ${this.table} set status = 'running', attempts = attempts + 1, rows_written = 0, bytes = 0 where id = ${id}::uuid and status in ('queued', 'running')`);
  }

  /** Notes how far it is; answers whether somebody asked to stop it. */
  async progress(id: string, { rowsTotal, rowsWritten, bytes }: ExportProgress): Promise<{ readonly cancelRequested: boolean }> {
    const [row] = await this.session.run<{ cancel_requested: boolean }>(sql`update ${this.table}
      set rows_written = ${rowsWritten}, bytes = ${bytes}, rows_total = coalesce(${rowsTotal ?? null}::bigint, rows_total) where id = ${id}::uuid returning cancel_requested`);
    return { cancelRequested: row?.cancel_requested ?? true };
  }

  async finish(id: string, end: { readonly status: ExportStatus; readonly at: Date; readonly progress?: ExportProgress; readonly error?: string }): Promise<void> {
    const { rowsWritten, bytes } = end.progress ?? { rowsWritten: 0, bytes: 0 };
    await this.session.run(sql`update ${this.table} set status = ${end.status}, finished_at = ${end.at}::timestamptz, error = ${end.error ?? null},
      rows_written = ${rowsWritten}, bytes = ${bytes} where id = ${id}::uuid`);
  }

  /** What is queued is cancelled at once, what is running as soon as it looks. */
  async cancel(id: string, at: Date): Promise<void> {
    await this.session.run(sql`update ${this.table} set cancel_requested = true,
      status = case when status = 'queued' then 'cancelled' else status end,
      finished_at = case when status = 'queued' then ${at}::timestamptz else finished_at end
      where id = ${id}::uuid and status in ('queued', 'running')`);
  }

  /** Takes out what nobody can download any more; answers the ids. */
  async removeExpired(now: Date): Promise<readonly string[]> {
    const rows = await this.session.run<{ id: string }>(sql`delete from ${this.table} where expires_at < ${now}::timestamptz and status not in ('queued', 'running') returning id`);
    return rows.map(({ id }) => id);
  }
}

const COLUMNS = sql`id, kind, wish, file_name as "fileName", status, user_id as "userId", locale, schedule_id as "scheduleId", started_at as "startedAt",
  finished_at as "finishedAt", expires_at as "expiresAt", attempts, cancel_requested as "cancelRequested", rows_total as "rowsTotal",
  rows_written as "rowsWritten", bytes, error`;
