import { sql } from 'kysely';
import { compileStatement, type Statement } from '../../statement/statement.js';
import { peopleBelow } from './principals.js';

/** Up to so many people's records are looked for one owner after the other. */
export const MOST_NARROW = 8;

/** Counts the people below the person who asks, no further than it matters: `width`. */
export function compileReachWidth(schema: string): Statement {
  return compileStatement(sql`select count(*)::integer as width from (${peopleBelow(schema)} limit ${sql.lit(MOST_NARROW + 1)}) b`);
}
