import { parseImportPlan, type CheckedImportPlan, type Model } from '@guanxi/metadata';
import { sql } from 'kysely';
import type { Actor } from '../../access/actor.js';
import type { OrgDatabase } from '../../database/org-database.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import type { RecordWriter } from '../../records/record-writer.js';
import { convertRow, type ConvertedRow } from './convert-row.js';
import { noCounts, type ImportCounts } from './import-record.js';
import { readBeginning, readRows, UnreadableFile } from './read-rows.js';
import { RejectedFile, type RejectedRow } from './rejected-file.js';
import { KnownTargets, resolveMatches } from './resolve-matches.js';
import { writeBatch } from './write-batch.js';
import type { ImportRecord } from './import-record.js';

export interface ImportPlace {
  readonly database: OrgDatabase;
  readonly writer: RecordWriter;
  readonly model: Model;
  readonly actor: Actor;
  readonly filePath: string;
  readonly rejectedPath: string;
  /** Told after each batch; answers whether to stop. */
  readonly report: (counts: ImportCounts) => Promise<{ readonly cancelRequested: boolean }>;
}

export type ImportEnd =
  | { readonly status: 'done' | 'cancelled'; readonly counts: ImportCounts; readonly rejectedSample: readonly RejectedRow[] }
  | { readonly status: 'failed'; readonly counts: ImportCounts; readonly rejectedSample: readonly RejectedRow[]; readonly error: string };

const ROWS_IN_A_BATCH = 1_000;
/** An import is one transaction, so its statements may take longer than those of a page. */
const STATEMENT_TIMEOUT_MS = 120_000;

/** Ends the transaction without an error of anybody. */
class RolledBack extends Error {
  constructor(readonly end: ImportEnd) {
    super(end.status);
  }
}

/**
 * Brings a file in as one transaction: when it ends half way, for whatever reason, nothing of it stays. A dry run walks
 * the same way and is rolled back at its end.
 */
export async function runImport(job: ImportRecord, place: ImportPlace): Promise<ImportEnd> {
  try {
    return await place.database.transaction(
      place.actor.org,
      async (tx) => {
        // A plan that was kept from the first batches, when the tables were small, would read them whole for each row of the later ones.
        await tx.run(sql`set local plan_cache_mode = force_custom_plan`);
        const end = await importRows(tx, job, place);
        if (job.dryRun || end.status !== 'done') throw new RolledBack(end);
        return end;
      },
      { statementTimeout: STATEMENT_TIMEOUT_MS },
    );
  } catch (failure) {
    if (failure instanceof RolledBack) return failure.end;
    if (failure instanceof UnreadableFile) return { status: 'failed', counts: noCounts, rejectedSample: [], error: failure.tell(place.actor.locale) };
    throw failure;
  }
}

async function importRows(tx: OrgTransaction, job: ImportRecord, place: ImportPlace): Promise<ImportEnd> {
  const { columns, delimiter } = await readBeginning(place.filePath, 0);
  const checked = parseImportPlan(job.plan, place.model, columns, place.actor.locale);
  if (!checked.ok) return { status: 'failed', counts: noCounts, rejectedSample: [], error: checked.problems.map(({ message }) => message).join(' ') };

  const rejected = new RejectedFile(place.rejectedPath, columns);
  const known = new KnownTargets();
  let counts = noCounts;
  try {
    for await (const batch of convertedBatches(place, checked.value, job.plan.format?.delimiter ?? delimiter, rejected)) {
      const resolution = await resolveMatches(batch.rows, checked.value, known, { tx, ...place });
      const written = await writeBatch(resolution.rows, checked.value, { tx, ...place, operationId: job.id });
      for (const { source, problems } of [...resolution.rejected, ...written.rejected]) await rejected.add(source.row, problems);
      counts = {
        rowsRead: batch.rowsRead,
        created: counts.created + written.created,
        updated: counts.updated + written.updated,
        skipped: counts.skipped + written.skipped,
        rejected: rejected.count,
        relatedCreated: { ...known.made },
      };
      const { cancelRequested } = await place.report(counts);
      if (cancelRequested) return { status: 'cancelled', counts: noCounts, rejectedSample: [] };
    }
  } finally {
    await rejected.close();
  }
  return { status: 'done', counts, rejectedSample: rejected.sample };
}

/** Reads and converts rows in batches; rows that are not understood go straight to the rejected ones. */
async function* convertedBatches(
  { actor, filePath }: ImportPlace,
  checked: CheckedImportPlan,
  delimiter: Parameters<typeof readRows>[1],
  rejected: RejectedFile,
): AsyncGenerator<{ rows: readonly ConvertedRow[]; rowsRead: number }> {
  const { org } = actor;
  const context = { locale: checked.plan.format?.locale ?? actor.locale, timeZone: actor.timeZone, ...(org.country === undefined ? {} : { country: org.country }) };
  let rows: ConvertedRow[] = [];
  let rowsRead = 0;
  for await (const row of readRows(filePath, delimiter)) {
    rowsRead += 1;
    const conversion = convertRow(row, checked, context, actor.locale);
    if (conversion.ok) rows.push(conversion.converted);
    else await rejected.add(row, conversion.problems);
    if (rows.length === ROWS_IN_A_BATCH) {
      yield { rows, rowsRead };
      rows = [];
    }
  }
  yield { rows, rowsRead };
}
