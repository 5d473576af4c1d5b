import { sql, type RawBuilder } from 'kysely';
import type { Table } from '../../compile/compilation.js';
import { sharingInstant } from '../../compile/moment.js';
import { orgTable } from '../../org-tables.js';
import { ME } from '../../statement/slot.js';
import { parentField } from '../masters.js';
import { amongGrantees, myPrincipals, peopleBelow } from './principals.js';
import { sharingGrounds, type SharingGround } from './sharing-grounds.js';

/** The records that are open for reading, told apart by the way they are found: none of them is in two branches. */
export interface OpenBranches {
  /** Those of these people: `(id)` as a table in brackets. */
  readonly owners: RawBuilder<unknown>;
  /** The same people without the one who asks: a query of one column; undefined where it is nobody. */
  readonly below: RawBuilder<unknown> | undefined;
  /** The others: each by predicates that an index can be asked for, or that are known before any record is read. */
  readonly others: readonly (readonly RawBuilder<boolean>[])[];
}

/** Undefined where the person sees everything, or another record decides. */
export function openBranches(table: Table): OpenBranches | undefined {
  const { object, access, masters, compilation } = table;
  if (object.platform || masters.length > 0 || access.read !== 'shared' || parentField(object)) return undefined;
  const grounds = sharingGrounds(table, 'read');
  if (grounds.some(({ kind }) => kind === 'default')) return undefined;
  const { schema } = compilation.ground;
  const of = (...kinds: readonly SharingGround['kind'][]) => grounds.filter(({ kind }) => kinds.includes(kind));
  const below = of('below').length > 0 ? peopleBelow(schema) : undefined;
  const notOwned = sql<boolean>`not (${anyOf(of('owner', 'below'))})`;
  const rules = of('rule');
  const granted = rules.map(({ rule }) => sql<boolean>`${amongGrantees(rule?.to ?? [], schema)}`);
  return {
    owners: sql`(select ${ME} as id${below ? sql` union all ${below}` : sql``})`,
    below,
    others: [
      [notOwned, amongMyShares(table)],
      ...(rules.length > 0 ? [[notOwned, sql<boolean>`not (${anyOf(of('share'))})`, sql<boolean>`(${sql.join(granted, sql` or `)})`, sql<boolean>`(${anyOf(rules)})`]] : []),
    ],
  };
}

function anyOf(grounds: readonly SharingGround[]): RawBuilder<unknown> {
  return sql.join(grounds.map(({ predicate }) => predicate), sql` or `);
}

/** As `share` among the grounds, where nothing else may hold: then the shares are gone through by the ids of their records, and not all records in the order of the list. */
function amongMyShares({ object, alias, compilation }: Table): RawBuilder<boolean> {
  const { schema } = compilation.ground;
  return sql<boolean>`${sql.id(alias, 'id')} = any(array(select s.record_id from ${orgTable(schema, 'share')} s where s.object = ${sql.lit(object.id)}
    and s.principal = any(array(${myPrincipals(schema)})) and (s.until is null or s.until > ${sharingInstant(compilation)})))`;
}
