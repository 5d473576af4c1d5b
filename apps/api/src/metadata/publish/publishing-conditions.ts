import { readSqlState, SqlState } from '../../database/sql-state.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';

/** While DDL waits for a table, requests to that table wait behind it: so it gives up soon and tries again. */
const LOCK_TIMEOUTS = [500, 1_000, 2_000, 4_000, 8_000];
const PAUSE_MILLISECONDS = 250;

const inUse = {
  en: 'The tables are in long use by others, such as an import. Nothing was published; please try again when that is done.',
  'zh-TW': '資料表正被其他作業（例如匯入）長時間使用。尚未發佈任何內容，請稍後再試。',
  'zh-CN': '数据表正被其他操作（例如导入）长时间使用。尚未发布任何内容，请稍后重试。',
};

/** Tries until long-running requests leave the tables alone for a moment. */
export async function whenTablesAreFree<T>(attempt: (lockTimeout: number) => Promise<T>): Promise<T> {
  for (const lockTimeout of LOCK_TIMEOUTS) {
    try {
      return await attempt(lockTimeout);
    } catch (error) {
      if (readSqlState(error) !== SqlState.lockNotAvailable) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  }
  throw new ApiFailure('CONFLICT', inUse);
}

/** Integrity constraint violations (class 23) and values that a conversion does not take (class 22). */
export function isRecordInTheWay(error: unknown): boolean {
  return /^2[23]/.test(readSqlState(error) ?? '');
}
