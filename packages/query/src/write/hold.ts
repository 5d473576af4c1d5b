import { sql, type RawBuilder } from 'kysely';
import { allOf, visible, within, type Compilation, type Ground, type Table } from '../compile/compilation.js';
import { orgTable } from '../org-tables.js';
import { ACTOR, columnList, problemBranch } from './write-parts.js';
import type { WriteRequest } from './write-request.js';

interface Holding {
  readonly table: Table;
  readonly compilation: Compilation;
  /** Fields whose present values the statement needs. */
  readonly fields: readonly { readonly column: string }[];
  readonly scope: 'edit' | 'delete';
  /** Looks for deleted records instead of living ones. */
  readonly deleted?: boolean;
  /** The table that names the records; `input` without it. */
  readonly wanted?: string;
}

/** Locks the records of the rows as a table `held`, in the order of their ids, so that two writers cannot wait for each other. */
export function compileHold({ table, fields, scope, deleted = false, wanted: rows = 'input' }: Holding): RawBuilder<unknown> {
  const { object, alias } = table;
  const [alive, ...readable] = visible(table);
  const state = deleted ? sql<boolean>`${sql.id(alias, 'deleted_at')} is not null` : (alive ?? sql<boolean>`true`);
  const needed = [...object.fields.filter((field) => field.name === 'id' || field.name === 'version'), ...fields];
  const allowed = allOf(within(table, scope));
  const wanted = sql<boolean>`${sql.id(alias, 'id')} in (select "_id" from ${sql.id(rows)})`;
  const columns = sql`${columnList(needed, alias)}, (${allowed}) as "_allowed"`;
  return sql`held as materialized (select ${columns} from ${table.from} where ${allOf([wanted, state, ...readable])} order by ${sql.id(alias, 'id')} for update)`;
}

/**
 * What can be wrong with the records themselves: gone or hidden, not theirs to change, changed by somebody else meanwhile.
 * Of records that were found by a filter, those that have gone meanwhile are simply no longer among them.
 */
export function holdProblems({ found }: Pick<WriteRequest, 'found'>, { ground }: Compilation): RawBuilder<unknown>[] {
  const joined = sql`input i join held h on h.id = i."_id"`;
  return [
    ...(found ? [] : [problemBranch('NOT_FOUND', null, sql`input i where not exists (select from held h where h.id = i."_id")`)]),
    problemBranch('FORBIDDEN', null, sql`${joined} where not h."_allowed"`),
    problemBranch('CONFLICT', null, sql`${joined} where h."_allowed" and h.version <> i."_version"`, sql`h.version`),
    ...lockedByApprovals(ground),
  ];
}

/**
 * While an approval is open that locks its record, only those who decide at its present level may change it, and admins;
 * the platform itself comes with an admin's rights. On stages and in tests, where nobody counts revisions, nothing is approved.
 */
export function lockingApprovals({ schema, access, revision }: Ground, person: RawBuilder<unknown>): { readonly from: RawBuilder<unknown>; readonly holds: RawBuilder<boolean> } | undefined {
  if (access.admin || revision === undefined) return undefined;
  const decides = sql`select from ${orgTable(schema, 'approvalSeat')} s where s.approval_id = a.id and s.level = a.level and ${person} = any(s.deciders)`;
  return { from: sql`${orgTable(schema, 'approval')} a`, holds: sql<boolean>`a.status = 'open' and a.locks and not exists (${decides})` };
}

/** Branches for records that an open approval keeps as they are. Subject is what the approval is called, as JSON: `title`, and `titles` by language. */
export function lockedByApprovals(ground: Ground): RawBuilder<unknown>[] {
  const locking = lockingApprovals(ground, ACTOR);
  if (!locking) return [];
  return [
    sql`select i."_row" as "row", json_build_object('title', a.title, 'titles', a.titles)::text as field, 'LOCKED'::text as code, null::bigint as version
      from input i join ${locking.from} on a.record_id = i."_id"
      where ${locking.holds}`,
  ];
}
