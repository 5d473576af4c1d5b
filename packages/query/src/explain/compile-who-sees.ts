import { sql, type RawBuilder } from 'kysely';
import type { Access } from '../access/access.js';
import { sharingGrounds } from '../access/sharing/sharing-grounds.js';
import { allOf, Compilation, visible, within, type Ground, type Table } from '../compile/compilation.js';
import { inner } from '../compile/inner.js';
import { orgTable } from '../org-tables.js';
import { ME, Slot } from '../statement/slot.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { decidingFields } from './compile-record-facts.js';

/** People with the same rights: what differs among them is only who they are. */
export interface RightsClass {
  readonly access: Access;
  /** Ids. */
  readonly people: readonly string[];
}

/** One who may read a record, with the first reason that opens it. */
export interface Seer {
  readonly id: string;
  readonly name: string;
  readonly reason: 'every' | 'owner' | 'below' | 'default' | 'rule' | 'share' | 'parent';
  /** Of `rule`: its name. */
  readonly rule: string | null;
  /** May change it, too. */
  readonly edits: boolean;
  /** How many there are altogether; a number as PostgreSQL writes it. */
  readonly total: string;
}

/**
 * Who may read one record, everybody in one statement: the predicates of all other statements, with a column of people
 * where the person who asks would be bound. Variables: `record`, `first`, `afterName` and `afterId` (null for the first page).
 */
export function compileWhoSees(objectName: string, classes: readonly RightsClass[], ground: Omit<Ground, 'access'>): Statement {
  const branches = classes.filter(({ access }) => access.objects.has(objectName)).map(({ access, people }) => compileBranch(objectName, people, { ...ground, access }));
  const none = sql`select null::uuid as id, null::text as reason, null::text as rule, null::boolean as edits where false`;
  const seers = branches.length === 0 ? none : sql.join(branches, sql` union all `);
  const named = sql`select s.*, u.name, count(*) over () as total from (${seers}) s join ${orgTable(ground.schema, 'user')} u on u.id = s.id`;
  const after = sql`${variable('afterName')}::text is null or (n.name, n.id) > (${variable('afterName')}::text, ${variable('afterId')}::uuid)`;
  return compileStatement(sql`select n.* from (${named}) n where ${after} order by n.name, n.id limit ${variable('first')}::integer`, new Map([[ME, PERSON]]));
}

const PERSON = sql`"person"."id"`;

function variable(name: string): Slot {
  const known = variables.get(name) ?? new Slot(({ variables: given }) => given[name] ?? null);
  variables.set(name, known);
  return known;
}

const variables = new Map<string, Slot>();

function compileBranch(objectName: string, people: readonly string[], ground: Ground): RawBuilder<unknown> {
  const compilation = new Compilation(ground, inner);
  const table = compilation.table(objectName);
  const { reason, rule } = reasonOf(table);
  const wanted = sql<boolean>`${sql.id(table.alias, 'id')} = ${variable('record')}::uuid`;
  const edits = allOf(within(table, 'edit'));
  const found = sql`select ${reason} as reason, ${rule} as rule, ${edits} as edits from ${table.from} where ${allOf([wanted, ...visible(table)])}`;
  return sql`select person.id, f.* from unnest(${[...people]}::uuid[]) as person(id) cross join lateral (${found}) f`;
}

function reasonOf(table: Table): { readonly reason: RawBuilder<unknown>; readonly rule: RawBuilder<unknown> } {
  const fixed = (reason: Seer['reason']) => ({ reason: sql`${reason}::text`, rule: sql`null::text` });
  if (table.masters.length > 0) return fixed('parent');
  if (table.object.platform || table.access.read === 'all') return fixed('every');
  if (table.access.read === 'own') return fixed('owner');
  if (decidingFields(table.object).length > 0) {
    const alone = sql`${sql.id(table.alias, decidingFields(table.object)[0]?.column ?? '')} is null`;
    return { reason: sql`case when ${alone} then 'owner' else 'parent' end`, rule: sql`null::text` };
  }
  const grounds = sharingGrounds(table, 'read');
  const when = (then: (ground: (typeof grounds)[number]) => string | null) => sql.join(grounds.map((ground) => sql`when ${ground.predicate} then ${then(ground)}::text`), sql` `);
  return { reason: sql`case ${when(({ kind }) => kind)} end`, rule: sql`case ${when(({ rule }) => rule?.name ?? null)} end` };
}
