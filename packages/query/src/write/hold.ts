import { sql, type RawBuilder } from 'kysely';
import { allOf, visible, within, type Compilation, type Table } from '../compile/compilation.js';
import { columnList, problemBranch } from './write-parts.js';
import type { WriteRequest } from './write-request.js';

interface Holding {
  readonly table: Table;
  readonly compilation: Compilation;
  /** Fields whose present values the statement needs. */
  readonly fields: readonly { readonly column: string }[];
  readonly scope: 'edit' | 'delete';
  /** Looks for deleted records instead of living ones. */
  readonly deleted?: boolean;
}

/** Locks the records of `input` as a table `held`, in the order of their ids, so that two writers cannot wait for each other. */
export function compileHold({ table, fields, scope, deleted = false }: Holding): RawBuilder<unknown> {
  const { object, alias } = table;
  const [alive, ...readable] = visible(table);
  const state = deleted ? sql<boolean>`${sql.id(alias, 'deleted_at')} is not null` : (alive ?? sql<boolean>`true`);
  const needed = [...object.fields.filter((field) => field.name === 'id' || field.name === 'version'), ...fields];
  const allowed = allOf(within(table, scope));
  const wanted = sql<boolean>`${sql.id(alias, 'id')} in (select "_id" from input)`;
  const columns = sql`${columnList(needed, alias)}, (${allowed}) as "_allowed"`;
  return sql`held as materialized (select ${columns} from ${table.from} where ${allOf([wanted, state, ...readable])} order by ${sql.id(alias, 'id')} for update)`;
}

/**
 * What can be wrong with the records themselves: gone or hidden, not theirs to change, changed by somebody else meanwhile.
 * Of records that were found by a filter, those that have gone meanwhile are simply no longer among them.
 */
export function holdProblems({ found }: Pick<WriteRequest, 'found'>): RawBuilder<unknown>[] {
  const joined = sql`input i join held h on h.id = i."_id"`;
  return [
    ...(found ? [] : [problemBranch('NOT_FOUND', null, sql`input i where not exists (select from held h where h.id = i."_id")`)]),
    problemBranch('FORBIDDEN', null, sql`${joined} where not h."_allowed"`),
    problemBranch('CONFLICT', null, sql`${joined} where h."_allowed" and h.version <> i."_version"`, sql`h.version`),
  ];
}
