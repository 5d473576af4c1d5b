import { sql } from 'kysely';
import { orgTable } from '../../org-tables.js';
import { compileStatement, type Statement } from '../../statement/statement.js';
import type { Reach } from '../access.js';
import { peopleBelow } from './principals.js';

/** Up to so many people's records are looked for owner by owner, whatever the list is ordered by. */
const MOST_NARROW = 8;
const MOST_HANDFUL = 3;
/** Asking one more owner costs about as much as going past so many records of the list. */
const OWNER_IN_RECORDS = 33;
/** Counting ends here. */
const MOST_COUNTED = 20_000;
const PAGE = 50;

export interface ReachWidth {
  /** The people below the person who asks. */
  readonly width: number;
  readonly people: number;
}

/** Counts the people below the person who asks, and all: a row of `ReachWidth`. */
export function compileReachWidth(schema: string): Statement {
  const counted = (rows: ReturnType<typeof peopleBelow>) => sql`(select count(*)::integer from (${rows} limit ${sql.lit(MOST_COUNTED)}) b)`;
  return compileStatement(sql`select ${counted(peopleBelow(schema))} as width, ${counted(sql`select id from ${orgTable(schema, 'user')}`)} as people`);
}

/**
 * A page of what `width` people own is found either by asking each of them or by going through everybody's, past what is others'.
 * The second grows with how small a part they are: as if everybody owned about as much.
 */
export function reachOf({ width, people }: ReachWidth): Reach {
  if (width <= MOST_NARROW) return width === 0 ? 'own' : width <= MOST_HANDFUL ? 'handful' : 'narrow';
  if (width * OWNER_IN_RECORDS < PAGE * (people / width)) return 'few';
  return width * 2 > people ? 'most' : 'wide';
}
