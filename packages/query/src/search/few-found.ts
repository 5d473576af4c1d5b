import { sql, type RawBuilder } from 'kysely';
import { openBranches } from '../access/sharing/open-branches.js';
import { compileCondition } from '../compile/compile-condition.js';
import { allOf, visible, type Compilation, type Table } from '../compile/compilation.js';
import type { PageRequest } from '../request/read-request.js';
import { ALONE } from './alone.js';
import { matchesWords, readableSearched, wordsOf } from './search-filter.js';
import { searchSlots } from './search-slots.js';

/** Of more records that have what is searched for, PostgreSQL is better told which words they are before it plans. */
export const MOST_FEW = 1_000;

/** What a page is made of when few records have what is searched for: all of those, before any order. */
export interface FewFound {
  /** The table of them, for the head of the statement. */
  readonly found: RawBuilder<unknown>;
  /** Whether there are more of them than the statement has looked at. Its answer is wrong then. */
  readonly isMore: RawBuilder<boolean>;
  /** Nothing but them, and what is left to ask of them. */
  readonly table: Table;
  readonly page: PageRequest;
}

/**
 * The words are sealed, so that PostgreSQL plans once for all of them; and they are looked for before the order of the list is
 * thought of, or for words that it does not know it would go through that order and ask of each record. Undefined where
 * open records are found by the people who own them.
 */
export function compileFewFound({ search, searchWords, ...page }: PageRequest, table: Table, compilation: Compilation): FewFound | undefined {
  if (!search || openBranches(table)) return undefined;
  const name = sql.id(`${table.alias}_few`);
  const hasWords = matchesWords(readableSearched(table, compilation), searchSlots(search, searchWords ?? wordsOf(search), true), compilation);
  const filter = [...visible({ ...table, takesFew: true }), compileCondition(page.where, table, compilation), hasWords, ALONE];
  return {
    found: sql`${name} as materialized (select ${sql.id(table.alias)}.* from ${table.from} where ${allOf(filter)} limit ${sql.lit(MOST_FEW + 1)})`,
    isMore: sql<boolean>`(select count(*) > ${sql.lit(MOST_FEW)} from ${name})`,
    // Who may read them has been asked.
    table: { ...table, access: { ...table.access, read: 'all' }, masters: [], from: sql`${name} as ${sql.id(table.alias)}` },
    page: { ...page, where: { and: [] } },
  };
}
