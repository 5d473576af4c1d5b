import { recordTable, targetId } from '@guanxi/query';
import { sql } from 'kysely';
import type { ImportCounts } from '../import-record.js';
import type { Outcome } from '../staging/staging.js';
import { askDuplicateRules } from './ask-duplicate-rules.js';
import { fillStagedDefaults } from './fill-staged-defaults.js';
import { findMatches, rejectMatchedTwice } from './find-matches.js';
import { resolveKeys, type Made } from './resolve-keys.js';
import { openRows, type StretchPlace } from './stretch-place.js';
import { writeLists } from './write-lists.js';
import { writeStaged } from './write-staged.js';

/**
 * Looks at a stretch of staged rows as a set, and writes it unless it is a check: in the caller's transaction, which also
 * notes how far the import is. A check that has to make records on the way takes them back.
 */
export async function processStretch(place: StretchPlace): Promise<Partial<ImportCounts>> {
  const { mode, shape, tx } = place;
  const takesBack = mode === 'check' && shape.references.some(({ createMissing }) => createMissing);
  if (!takesBack) return walk(place);
  await tx.run(sql`savepoint import_check`);
  const counts = await walk(place);
  const outcomes = await readOutcomes(place);
  await tx.run(sql`rollback to savepoint import_check`);
  await place.staging.addOutcomes(tx, outcomes);
  // Which of them are made is told at the end: two stretches may name the same one.
  return { ...counts, relatedCreated: {} };
}

async function walk(place: StretchPlace): Promise<Partial<ImportCounts>> {
  const { tx } = place;
  const made = await resolveKeys(place);
  if (Object.keys(made).length > 0) await quiet(place);
  await fillStagedDefaults(place);
  await findMatches(place);
  await askDuplicateRules(place);
  await rejectMatchedTwice(place);
  const created = await writeStaged('new', place);
  const matches = place.shape.checked.matchBy.length > 0 || place.shape.checked.plan.duplicates === 'update';
  const updated = matches ? await writeStaged('matched', place) : 0;
  if (place.mode === 'check') return countChecked(place, made);
  const counts = await countWritten(place, { created, updated, made });
  // Their records are written and counted as such: the reasons are told beside them.
  await place.staging.addOutcomes(tx, await writeLists(place));
  if (place.shape.lists.length > 0) await quiet(place);
  return counts;
}

/** Of records that are made beside those of the file automation hears no more than of these. */
async function quiet({ tx, shape, writing }: StretchPlace): Promise<void> {
  const { automations = 'RUN' } = shape.checked.plan;
  if (automations === 'RUN') return;
  const { schema } = writing.actor.org;
  await tx.run(sql`delete from ${sql.id(schema, '_event')} e using ${sql.id(schema, '_history')} h
    where h.id = e.history_id and h.xact = pg_current_xact_id() and h.operation_id = ${writing.operationId}::uuid`);
}

interface Kinds {
  readonly matched: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly duplicate: number;
}

async function countKinds({ tx, staging, after, to }: StretchPlace): Promise<Kinds> {
  const found = await tx.run<{ kind: keyof Kinds; count: number }>(sql`select kind, count(*)::integer as count from ${staging.outcomes} where "row" > ${after} and "row" <= ${to} group by 1`);
  const count = (kind: keyof Kinds) => found.find((one) => one.kind === kind)?.count ?? 0;
  return { matched: count('matched'), rejected: count('rejected'), skipped: count('skipped'), duplicate: count('duplicate') };
}

async function countWritten(place: StretchPlace, { created, updated, made }: { readonly created: number; readonly updated: number; readonly made: Made }): Promise<Partial<ImportCounts>> {
  const { matched, rejected, skipped, duplicate } = await countKinds(place);
  return { created, updated, unchanged: matched - updated, rejected, skipped, duplicates: duplicate, relatedCreated: made };
}

async function countChecked(place: StretchPlace, made: Made): Promise<Partial<ImportCounts>> {
  const { tx, staging, shape, after, to, writing } = place;
  const { matched, rejected, skipped, duplicate } = await countKinds(place);
  const [open] = await tx.run<{ count: number }>(sql`select count(*)::integer as count from ${staging.rows} s where ${openRows(place, 's')}`);
  const differs = shape.filled.map((field) => {
    const reference = shape.references.find((one) => one.field === field);
    const value = reference ? targetId(reference.staged, sql.id('s', field.column)) : sql.id('s', field.column);
    const brings = shape.checked.plan.blanks === 'keep' ? sql`s."_set" ? ${field.name}::text and ` : sql``;
    return sql`(${brings}${value} is distinct from ${sql.id('r', field.column)})`;
  });
  const [changed] = matched === 0
    ? [{ count: 0 }]
    : await tx.run<{ count: number }>(sql`select count(*)::integer as count from ${staging.outcomes} o join ${staging.rows} s on s."_row" = o."row" join ${recordTable(writing.actor.org.schema, shape.object)} r on r.id = o.record_id
        where o."row" > ${after} and o."row" <= ${to} and o.kind = 'matched' and (${sql.join(differs, sql` or `)})`);
  const updated = changed?.count ?? 0;
  return { created: open?.count ?? 0, updated, unchanged: matched - updated, rejected, skipped, duplicates: duplicate, relatedCreated: made };
}

async function readOutcomes({ tx, staging, after, to }: StretchPlace): Promise<readonly Outcome[]> {
  return tx.run<Outcome>(sql`select "row", kind, record_id as "recordId", problems from ${staging.outcomes} where "row" > ${after} and "row" <= ${to}`);
}
