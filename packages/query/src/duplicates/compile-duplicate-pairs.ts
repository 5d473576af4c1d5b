import { sql } from 'kysely';
import { allOf, column, Compilation, visible, type Ground } from '../compile/compilation.js';
import { inner } from '../compile/inner.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { alikePairs } from './alike-pairs.js';
import { keyOf, matchParts } from './match-conditions.js';

/** More pairs than this are left out of one answer. */
export const MOST_PAIRS = 200_000;

/**
 * All records of an object that a rule takes for the same, as the person sees them. Rows `{ ids, others }`: records with the
 * very same keys, and the first records of those groups that are like this one. Records without a blank among what is
 * compared take part; whoever gets the rows joins them to groups.
 */
export function compileDuplicatePairs(request: { readonly object: string; readonly rule: string }, ground: Ground): Statement {
  const compilation = new Compilation(ground, inner);
  const table = compilation.table(request.object);
  const rule = table.object.duplicateRules.find(({ name }) => name === request.rule);
  if (!rule) throw new Error(`${request.object} has no duplicate rule ${request.rule}.`);
  const parts = matchParts(rule, table.object);
  const keys = parts.map(({ field }, index) => sql`${keyOf(field, column(table, field))} as ${sql.id(`k${index}`)}`);
  const names = parts.map((_, index) => sql.id(`k${index}`));
  const keyed = sql`keyed as (select ${sql.id(table.alias, 'id')} as id, ${sql.join(keys)} from ${table.from} where ${allOf(visible(table))})`;
  const present = allOf(names.map((name) => sql<boolean>`${name} is not null`));
  const form = sql`form as materialized (select array_agg(id order by id) as ids, (row_number() over ())::integer as n, ${sql.join(names)} from keyed where ${present} group by ${sql.join(names)})`;
  const fuzzy = parts.findIndex(({ how }) => how === 'fuzzy');
  if (fuzzy < 0) return compileStatement(sql`with ${sql.join([keyed, form])} select ids, '{}'::uuid[] as others from form where cardinality(ids) > 1 limit ${sql.lit(MOST_PAIRS)}`);
  const pairs = alikePairs(parts, fuzzy);
  const likes = sql`select p.one, array_agg(o.ids[1]) as others from pair p join form o on o.n = p.other group by p.one`;
  const answer = sql`select f.ids, coalesce(l.others, '{}') as others from form f left join (${likes}) l on l.one = f.n where cardinality(f.ids) > 1 or l.others is not null`;
  return compileStatement(sql`with ${sql.join([keyed, form, ...pairs])} ${answer} limit ${sql.lit(MOST_PAIRS)}`);
}
