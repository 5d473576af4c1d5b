// Where the database's time goes, by what its statements are for.

/** PostgreSQL has to have been started with these. */
export const importSettings = { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.max': '1000' };

const STAGES = [
  ['staging by COPY', /^copy .*_import_/i],
  ['statistics', /^analyze/i],
  ['keys and matches', /^select (k\.key|min\(s|x\.row|s\."_row" as row)|^with found as|^insert into .*_outcome/i],
  ['duplicate rules', /\bstate as materialized\b|alike/i],
  ['records and history', /^with "?input"? as/i],
  ['events', /_event"/i],
  ['progress', /^update .*"?_import"? set/i],
  ['sorting search indexes', /gin_clean_pending_list/i],
  ['commit', /^commit/i],
];

export async function forgetStatements(database) {
  await database.query('create extension if not exists pg_stat_statements');
  await database.query('select pg_stat_statements_reset()');
}

/** Seconds of each stage, the longest first; `other` is everything else that was run meanwhile. */
export async function readStages(database) {
  const { rows } = await database.query("select query, total_exec_time / 1000 as seconds from pg_stat_statements where query !~ 'pg_stat_statements'");
  const sums = new Map();
  for (const { query, seconds } of rows) {
    const [stage] = STAGES.find(([, pattern]) => pattern.test(query.trim())) ?? ['other'];
    sums.set(stage, (sums.get(stage) ?? 0) + seconds);
  }
  if (process.env.BENCH_STATEMENTS) for (const { query, seconds } of rows.toSorted((one, other) => other.seconds - one.seconds).slice(0, 12)) console.log(seconds.toFixed(2), query.replace(/\s+/g, ' ').slice(0, 160));
  return [...sums].filter(([, seconds]) => seconds >= 0.05).toSorted(([, one], [, other]) => other - one);
}
