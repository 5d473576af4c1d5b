import { fileReaders } from '../../formats/file-readers.js';
import { ImportStore } from '../import-store.js';
import { PgSession } from '../../../database/pg-session.js';
import { makeConverter } from '../convert-row.js';
import { CopyLines } from '../staging/copy-lines.js';
import { lineMaker } from '../staging/staged-lines.js';
import type { Outcome } from '../staging/staging.js';
import { tellableProblem } from '../tellable-problem.js';
import { Cancelled, type ImportRun } from './import-run.js';
import type { Tide } from './tide.js';

const ROWS_IN_A_PART = 5_000;
/** Bytes: rows may be as long as 16 MB. */
const LONGEST_PART = 4 * 1024 ** 2;

/**
 * Reads the file, understands its cells and puts the rows into the staging table, part by part; what was put there before
 * is passed over. Each part is committed with how far it goes. Throws `UnreadableFile` and `Cancelled`.
 */
export async function stageFile(run: ImportRun, tide: Tide): Promise<void> {
  const { job, database, actor, file, shape, staging } = run;
  const { org } = actor;
  const locale = job.plan.format?.locale ?? actor.locale;
  const convert = makeConverter(shape, file.columns, { file: { locale, timeZone: actor.timeZone, ...(org.country !== undefined && { country: org.country }) }, told: actor.locale });
  const toLine = lineMaker(shape, actor.access, (text) => run.cipher.encrypt(text));
  const client = await database.pool.connect();
  const store = new ImportStore(new PgSession(client), org.schema);
  const lines = new CopyLines();
  let count = 0;
  let outcomes: Outcome[] = [];
  let rowsRead = 0;
  let last = tide.to;
  let broken: Error | undefined;
  let analyzedAt = 0;
  const flush = async (all: boolean): Promise<void> => {
    await client.query('begin');
    try {
      if (lines.length > 0) await staging.copyRows(client, shape, lines.bytes);
      await staging.copyOutcomes(client, outcomes);
      const { cancelRequested } = await store.note(job.id, { stagedTo: last, rowsRead, attempts: 0, ...(all && { stagedAll: true, rowsTotal: rowsRead }) });
      if (cancelRequested) throw new Cancelled();
      await client.query('commit');
    } catch (failure) {
      await client.query('rollback').catch((lost: Error) => (broken = lost));
      throw failure;
    }
    lines.clear();
    count = 0;
    outcomes = [];
    // Without an idea of how many rows there are, a stretch would be taken for a handful and joined row by row.
    if (last >= analyzedAt * 2 || all) {
      analyzedAt = last;
      await staging.analyze(new PgSession(client), shape);
    }
    tide.rise(last, all);
  };
  try {
    for await (const rows of fileReaders[file.kind].readRows(file.path, file.form)) {
      if (tide.stopped) return;
      for (const row of rows) {
        rowsRead += 1;
        if (row.number <= last) continue;
        last = row.number;
        const conversion = convert(row);
        if (conversion.kind === 'row') lines.add(toLine(conversion.row));
        else outcomes.push({ row: row.number, ...(conversion.kind === 'rejected' ? { kind: 'rejected' as const, problems: conversion.problems.map(tellableProblem) } : { kind: 'skipped' as const }) });
        count += 1;
        if (count === ROWS_IN_A_PART || lines.length > LONGEST_PART) await flush(false);
      }
    }
    await flush(true);
  } finally {
    client.release(broken);
  }
}
