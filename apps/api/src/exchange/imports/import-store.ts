import type { ImportPlan } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';
import type { ImportCounts, ImportRecord, ImportStatus } from './import-record.js';
import type { RejectedRow } from './rejected-file.js';

interface ImportRow {
  readonly id: string;
  readonly upload_id: string;
  readonly file_name: string;
  readonly plan: ImportPlan;
  readonly dry_run: boolean;
  readonly status: ImportStatus;
  readonly user_id: string;
  readonly locale: string;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly attempts: number;
  readonly error: string | null;
  readonly rows_total: number | null;
  readonly rows_read: number;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly related_created: Record<string, number>;
  readonly rejected_sample: RejectedRow[];
}

type NewImport = Pick<ImportRecord, 'id' | 'uploadId' | 'fileName' | 'plan' | 'dryRun' | 'userId' | 'locale' | 'startedAt'>;

/** The `_import` table of one org. */
export class ImportStore {
  private readonly table: RawBuilder<unknown>;

  constructor(
    private readonly session: SqlSession,
    schema: string,
  ) {
    this.table = orgTable(schema, 'import');
  }

  async add(created: NewImport): Promise<void> {
    await this.session.run(sql`insert into ${this.table} (id, upload_id, file_name, plan, dry_run, status, user_id, locale, started_at)
      values (${created.id}, ${created.uploadId}, ${created.fileName}, ${JSON.stringify(created.plan)}::jsonb, ${created.dryRun}, 'queued',
        ${created.userId}, ${created.locale}, ${created.startedAt})`);
  }

  async find(id: string): Promise<ImportRecord | undefined> {
    const [row] = await this.session.run<ImportRow>(sql`select * from ${this.table} where id = ${id}`);
    return row && readImport(row);
  }

  async list(first: number): Promise<readonly ImportRecord[]> {
    const rows = await this.session.run<ImportRow>(sql`select * from ${this.table} order by started_at desc limit ${first}`);
    return rows.map(readImport);
  }

  /** Imports that are not over: queued ones, and running ones whose worker may have died. */
  async open(): Promise<readonly ImportRecord[]> {
    const rows = await this.session.run<ImportRow>(sql`select * from ${this.table} where status in ('queued', 'running') order by id`);
    return rows.map(readImport);
  }

  async begin(id: string): Promise<void> {
    await this.session.run(sql`update ${this.table} set status = 'running', attempts = attempts + 1 where id = ${id}`);
  }

  /** Notes how far the import is; answers whether somebody asked to stop it. */
  async progress(id: string, counts: ImportCounts): Promise<{ readonly cancelRequested: boolean }> {
    const [row] = await this.session.run<{ cancel_requested: boolean }>(
      sql`update ${this.table} set ${this.countColumns(counts)} where id = ${id} returning cancel_requested`,
    );
    return { cancelRequested: row?.cancel_requested ?? true };
  }

  async finish(id: string, end: { status: ImportStatus; at: Date; counts: ImportCounts; rejectedSample: readonly RejectedRow[]; error?: string }): Promise<void> {
    await this.session.run(sql`update ${this.table} set status = ${end.status}, finished_at = ${end.at}, ${this.countColumns(end.counts)},
      rejected_sample = ${JSON.stringify(end.rejectedSample)}::jsonb, error = ${end.error ?? null}, rows_total = ${end.counts.rowsRead} where id = ${id}`);
  }

  /** A queued import is cancelled at once, a running one at its next batch. */
  async cancel(id: string, at: Date): Promise<void> {
    await this.session.run(sql`update ${this.table} set cancel_requested = true,
      status = case when status = 'queued' then 'cancelled' else status end,
      finished_at = case when status = 'queued' then ${at}::timestamptz else finished_at end
      where id = ${id} and status in ('queued', 'running')`);
  }

  private countColumns(counts: ImportCounts): RawBuilder<unknown> {
    return sql`rows_read = ${counts.rowsRead}, created = ${counts.created}, updated = ${counts.updated}, skipped = ${counts.skipped},
      rejected = ${counts.rejected}, related_created = ${JSON.stringify(counts.relatedCreated)}::jsonb`;
  }
}

function readImport(row: ImportRow): ImportRecord {
  return {
    id: row.id,
    uploadId: row.upload_id,
    fileName: row.file_name,
    plan: row.plan,
    dryRun: row.dry_run,
    status: row.status,
    userId: row.user_id,
    locale: row.locale,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    attempts: row.attempts,
    error: row.error,
    rowsTotal: row.rows_total,
    counts: {
      rowsRead: row.rows_read,
      created: row.created,
      updated: row.updated,
      skipped: row.skipped,
      rejected: row.rejected,
      relatedCreated: row.related_created,
    },
    rejectedSample: row.rejected_sample,
  };
}
