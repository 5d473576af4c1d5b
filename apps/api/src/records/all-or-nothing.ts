import type { SqlSession } from '../database/sql-session.js';
import type { Refused } from './record-values.js';

/**
 * Several statements of a transaction that are all taken back when one of them is refused, or fails; the transaction itself
 * can go on. Needs a transaction around it.
 */
export async function allOrNothing<T extends object>(session: SqlSession, work: () => Promise<T | Refused>): Promise<T | Refused> {
  await session.run({ text: 'savepoint all_or_nothing', values: [] });
  let outcome: T | Refused;
  try {
    outcome = await work();
  } catch (error) {
    await session.run({ text: 'rollback to savepoint all_or_nothing', values: [] });
    throw error;
  }
  await session.run({ text: 'problems' in outcome ? 'rollback to savepoint all_or_nothing' : 'release savepoint all_or_nothing', values: [] });
  return outcome;
}
