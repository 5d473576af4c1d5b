import { sql } from 'kysely';
import { readSqlState, SqlState } from '../../database/sql-state.js';
import type { SqlSession } from '../../database/sql-session.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';

/** While DDL waits for a table, requests to that table, and to those it has already, wait behind it: so it gives up soon and tries again. */
const LOCK_MILLISECONDS = 250;
const SHORTEST_LOCK_MILLISECONDS = 25;
const PAUSE_MILLISECONDS = 400;
const ATTEMPTS = 45;

const inUse = {
  en: 'The tables are in long use by others, such as an import. Nothing was published; please try again when that is done.',
  'zh-TW': '資料表正被其他作業（例如匯入）長時間使用。尚未發佈任何內容，請稍後再試。',
  'zh-CN': '数据表正被其他操作（例如导入）长时间使用。尚未发布任何内容，请稍后重试。',
};

/**
 * Changes this many tables when long-running requests leave them alone for a moment, within the transaction of `session`. What was
 * counted before is not counted again; `onInUse` may make others let go.
 */
export async function whenTablesAreFree(session: SqlSession, tables: number, attempt: () => Promise<void>, onInUse: () => Promise<void>): Promise<void> {
  const patience = Math.max(SHORTEST_LOCK_MILLISECONDS, Math.round(LOCK_MILLISECONDS / Math.max(tables, 1)));
  await session.run({ text: "select set_config('lock_timeout', $1, true)", values: [String(patience)] });
  for (let count = 1; count <= ATTEMPTS; count += 1) {
    await session.run(sql`savepoint tables`);
    try {
      await attempt();
      return;
    } catch (error) {
      if (readSqlState(error) !== SqlState.lockNotAvailable) throw error;
      await session.run(sql`rollback to savepoint tables`);
      await onInUse();
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  }
  throw new ApiFailure('CONFLICT', inUse);
}

/** Integrity constraint violations (class 23) and values that a conversion does not take (class 22). */
export function isRecordInTheWay(error: unknown): boolean {
  return /^2[23]/.test(readSqlState(error) ?? '');
}

/** A stored formula whose value would change by itself, as PostgreSQL sees it. */
export function isFormulaUnstorable(error: unknown): boolean {
  return readSqlState(error) === '42P17';
}
