import type { ImportPlan } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';
import type { ImportCounts, ImportProgress, ImportRecord, ImportStatus, RejectedRow } from './import-record.js';
import type { ProblemGroup } from './problem-groups.js';

interface ImportRow {
  readonly id: string;
  readonly upload_id: string;
  readonly file_name: string;
  readonly plan: ImportPlan;
  readonly preview: boolean;
  readonly confirmed: boolean;
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
  readonly unchanged: number;
  readonly duplicates: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly staged_to: number;
  readonly staged_all: boolean;
  readonly checked_to: number;
  readonly written_to: number;
  readonly related_created: Record<string, number>;
  readonly expected: ImportCounts | null;
  readonly problems: ProblemGroup[];
  readonly rejected_sample: RejectedRow[];
  readonly form: ImportRecord['form'];
}

type NewImport = Pick<ImportRecord, 'id' | 'uploadId' | 'fileName' | 'plan' | 'preview' | 'userId' | 'locale' | 'startedAt'>;

/** What may be noted of an import that is at work. */
export interface ImportNote extends Partial<ImportProgress> {
  readonly status?: ImportStatus;
  readonly counts?: ImportCounts;
  readonly expected?: ImportCounts;
  readonly problems?: readonly ProblemGroup[];
  readonly rejectedSample?: readonly RejectedRow[];
  readonly rowsRead?: number;
  readonly rowsTotal?: number;
  readonly form?: ImportRecord['form'];
  readonly error?: string;
  readonly finishedAt?: Date;
  /** Begins to count attempts anew: the work has come further. */
  readonly attempts?: 0;
}

/** The `_import` table of one org. */
export class ImportStore {
  private readonly table: RawBuilder<unknown>;

  constructor(
    private readonly session: SqlSession,
    private readonly schema: string,
  ) {
    this.table = orgTable(schema, 'import');
  }

  async add(created: NewImport): Promise<void> {
    await this.session.run(sql`insert into ${this.table} (id, upload_id, file_name, plan, preview, status, user_id, locale, started_at)
      values (${created.id}, ${created.uploadId}, ${created.fileName}, ${JSON.stringify(created.plan)}::jsonb, ${created.preview}, 'queued',
        ${created.userId}, ${created.locale}, ${created.startedAt})`);
  }

  async find(id: string): Promise<ImportRecord | undefined> {
    const [row] = await this.session.run<ImportRow>(sql`select * from ${this.table} where id = ${id}`);
    return row && readImport(row);
  }

  /** Newest first; of one person where it is said whose. */
  async list(first: number, userId?: string): Promise<readonly ImportRecord[]> {
    const whose = userId === undefined ? sql`true` : sql`user_id = ${userId}`;
    const rows = await this.session.run<ImportRow>(sql`select * from ${this.table} where ${whose} order by started_at desc, id desc limit ${first}`);
    return rows.map(readImport);
  }

  /** Imports that somebody or something has to go on with. */
  async open(): Promise<readonly ImportRecord[]> {
    const rows = await this.session.run<ImportRow>(sql`select * from ${this.table} where status in ('queued', 'reading', 'checking', 'writing') order by id`);
    return rows.map(readImport);
  }

  /** Previews that nobody went on with since. */
  async forgotten(before: Date): Promise<readonly string[]> {
    const rows = await this.session.run<{ id: string }>(sql`select id from ${this.table} where status = 'ready' and started_at < ${before}`);
    return rows.map(({ id }) => id);
  }

  /** Those that are at work or may be gone on with: the ones that were halted since a moment. */
  async staged(haltedSince: Date): Promise<readonly string[]> {
    const rows = await this.session.run<{ id: string }>(sql`select id from ${this.table}
      where status in ('queued', 'reading', 'checking', 'ready', 'writing') or (status in ('failed', 'cancelled') and finished_at >= ${haltedSince})`);
    return rows.map(({ id }) => id);
  }

  async begin(id: string): Promise<void> {
    await this.session.run(sql`update ${this.table} set attempts = attempts + 1 where id = ${id}`);
  }

  /** Answers whether somebody asked to stop it, or it is over. */
  async note(id: string, note: ImportNote): Promise<{ readonly cancelRequested: boolean }> {
    const [row] = await this.session.run<{ cancel_requested: boolean }>(sql`update ${this.table} set ${sql.join(assignments(note))} where id = ${id} returning cancel_requested`);
    return { cancelRequested: row?.cancel_requested ?? true };
  }

  /** After its preview: it is to be written. Answers whether it stood there. */
  async confirm(id: string, automations: ImportPlan['automations']): Promise<boolean> {
    const plan = automations === undefined ? sql`` : sql`plan = jsonb_set(plan, '{automations}', ${JSON.stringify(automations)}::jsonb), `;
    const rows = await this.session.run(sql`update ${this.table} set ${plan}confirmed = true, status = 'writing', attempts = 0 where id = ${id} and status = 'ready' returning id`);
    return rows.length > 0;
  }

  /** One that failed or was stopped goes on behind the last row that it has written. Answers whether it does: not when that was taken back. */
  async again(id: string): Promise<boolean> {
    const operation = orgTable(this.schema, 'operation');
    const rows = await this.session.run(sql`update ${this.table} as job set status = 'queued', attempts = 0, error = null, finished_at = null, cancel_requested = false,
        staged_to = written_to, staged_all = false, checked_to = 0, expected = null, problems = '[]', rejected_sample = '[]'
      where id = ${id} and status in ('failed', 'cancelled')
        and not exists (select from ${operation} as o where (o.id = job.id and o.undone_by is not null) or (o.undoes = job.id and o.status = 'running')) returning id`);
    return rows.length > 0;
  }

  /** One that nobody works at is over at once, another stops at its next stretch. */
  async cancel(id: string, at: Date): Promise<void> {
    const idle = sql`status in ('queued', 'ready')`;
    await this.session.run(sql`update ${this.table} set cancel_requested = true,
      status = case when ${idle} then 'cancelled' else status end,
      finished_at = case when ${idle} then ${at}::timestamptz else finished_at end
      where id = ${id} and status in ('queued', 'reading', 'checking', 'ready', 'writing')`);
  }
}

function assignments(note: ImportNote): RawBuilder<unknown>[] {
  const { counts } = note;
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
  const plain: readonly (readonly [string, RawBuilder<unknown> | undefined])[] = [
    ['status', note.status && sql`${note.status}`],
    ['staged_to', note.stagedTo === undefined ? undefined : sql`${note.stagedTo}`],
    ['staged_all', note.stagedAll === undefined ? undefined : sql`${note.stagedAll}`],
    ['checked_to', note.checkedTo === undefined ? undefined : sql`${note.checkedTo}`],
    ['written_to', note.writtenTo === undefined ? undefined : sql`${note.writtenTo}`],
    ['rows_read', note.rowsRead === undefined ? undefined : sql`${note.rowsRead}`],
    ['rows_total', note.rowsTotal === undefined ? undefined : sql`${note.rowsTotal}`],
    ['error', note.error === undefined ? undefined : sql`${note.error}`],
    ['finished_at', note.finishedAt && sql`${note.finishedAt}`],
    ['attempts', note.attempts === undefined ? undefined : sql`0`],
    ['expected', note.expected && json(note.expected)],
    ['problems', note.problems && json(note.problems)],
    ['rejected_sample', note.rejectedSample && json(note.rejectedSample)],
    ['form', note.form ? json(note.form) : undefined],
  ];
  const counted = counts && [
    sql`created = ${counts.created}`, sql`updated = ${counts.updated}`, sql`unchanged = ${counts.unchanged}`,
    sql`duplicates = ${counts.duplicates}`, sql`skipped = ${counts.skipped}`, sql`rejected = ${counts.rejected}`, sql`related_created = ${json(counts.relatedCreated)}`,
  ];
  return [...plain.flatMap(([name, value]) => (value ? [sql`${sql.id(name)} = ${value}`] : [])), ...(counted ?? [])];
}

function readImport(row: ImportRow): ImportRecord {
  return {
    id: row.id,
    uploadId: row.upload_id,
    fileName: row.file_name,
    plan: row.plan,
    preview: row.preview,
    confirmed: row.confirmed,
    status: row.status,
    userId: row.user_id,
    locale: row.locale,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    attempts: row.attempts,
    error: row.error,
    rowsTotal: row.rows_total,
    progress: { stagedTo: row.staged_to, stagedAll: row.staged_all, checkedTo: row.checked_to, writtenTo: row.written_to },
    counts: {
      rowsRead: row.rows_read,
      created: row.created,
      updated: row.updated,
      unchanged: row.unchanged,
      duplicates: row.duplicates,
      skipped: row.skipped,
      rejected: row.rejected,
      relatedCreated: row.related_created,
    },
    expected: row.expected,
    problems: row.problems,
    rejectedSample: row.rejected_sample,
    form: row.form,
  };
}
