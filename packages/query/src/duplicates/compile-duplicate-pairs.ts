import { sql, type RawBuilder } from 'kysely';
import { allOf, column, Compilation, visible, type Ground } from '../compile/compilation.js';
import { compilePage } from '../compile/compile-page.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { keyOf, matchParts, type MatchPart } from './match-conditions.js';

/** More pairs than this are left out of one answer. */
export const MOST_PAIRS = 200_000;

/**
 * All records of an object that a rule takes for the same, as the person sees them. Rows `{ ids, others }`: records with the
 * very same keys, and the first records of those groups that are like this one. Records without a blank among what is
 * compared take part; whoever gets the rows joins them to groups.
 *
 * Likeness of all with all would take the square of their number. Two texts that share enough trigrams for the threshold
 * share one among their rarest, and few texts share a rare one: so those are what is joined by, and what it brings together
 * is compared.
 */
export function compileDuplicatePairs(request: { readonly object: string; readonly rule: string }, ground: Ground): Statement {
  const compilation = new Compilation(ground, compilePage);
  const table = compilation.table(request.object);
  const rule = table.object.duplicateRules.find(({ name }) => name === request.rule);
  if (!rule) throw new Error(`${request.object} has no duplicate rule ${request.rule}.`);
  const parts = matchParts(rule, table.object);
  const keys = parts.map(({ field }, index) => sql`${keyOf(field, column(table, field))} as ${sql.id(`k${index}`)}`);
  const names = parts.map((_, index) => sql.id(`k${index}`));
  const keyed = sql`keyed as (select ${sql.id(table.alias, 'id')} as id, ${sql.join(keys)} from ${table.from} where ${allOf(visible(table))})`;
  const present = allOf(names.map((name) => sql<boolean>`${name} is not null`));
  const form = sql`form as materialized (select array_agg(id order by id) as ids, (array_agg(id order by id))[1] as first, ${sql.join(names)} from keyed where ${present} group by ${sql.join(names)})`;
  const fuzzy = parts.findIndex(({ how }) => how === 'fuzzy');
  if (fuzzy < 0) return compileStatement(sql`with ${sql.join([keyed, form])} select ids, '{}'::uuid[] as others from form where cardinality(ids) > 1 limit ${sql.lit(MOST_PAIRS)}`);
  const pairs = pairTables(parts, fuzzy);
  const answer = sql`select f.ids, coalesce(array_agg(p.other) filter (where p.other is not null), '{}') as others
    from form f left join pair p on p.one = f.first group by f.first, f.ids having cardinality(f.ids) > 1 or count(p.other) > 0`;
  return compileStatement(sql`with ${sql.join([keyed, form, ...pairs])} ${answer} limit ${sql.lit(MOST_PAIRS)}`);
}

function pairTables(parts: readonly MatchPart[], fuzzy: number): RawBuilder<unknown>[] {
  const key = `k${fuzzy}`;
  const threshold = sql.lit(parts[fuzzy]?.threshold ?? 1);
  const exact = parts.flatMap(({ how }, index) => (how === 'exact' ? [`k${index}`] : []));
  const carried = exact.length === 0 ? sql`` : sql`, ${sql.join(exact.map((name) => sql.id('f', name)))}`;
  const same = exact.map((name) => sql<boolean>`${sql.id('a', name)} = ${sql.id('b', name)}`);
  const alike = parts.flatMap((part, index) => (part.how === 'fuzzy' ? [sql<boolean>`public.similarity(${sql.id('x', `k${index}`)}, ${sql.id('y', `k${index}`)}) >= ${sql.lit(part.threshold)}::real`] : []));
  return [
    sql`gram as materialized (select f.first, g.gram, cardinality(s.grams) as size${carried} from form f cross join lateral (select public.show_trgm(${sql.id('f', key)}) as grams offset 0) s cross join lateral unnest(s.grams) g(gram))`,
    sql`known as materialized (select gram, count(*) as uses from gram group by gram)`,
    sql`rare as materialized (select * from (select g.*, row_number() over (partition by g.first order by k.uses, g.gram) as place from gram g join known k using (gram)) r
      where place <= size - ceil(${threshold} * size) + 1)`,
    sql`candidate as (select distinct a.first as one, b.first as other from rare a join rare b on ${allOf([
      sql<boolean>`a.gram = b.gram`,
      ...same,
      sql<boolean>`a.first < b.first`,
      sql<boolean>`b.size between ceil(${threshold} * a.size) and floor(a.size / ${threshold})`,
    ])})`,
    sql`pair as materialized (select c.one, c.other from candidate c join form x on x.first = c.one join form y on y.first = c.other where ${allOf(alike)})`,
  ];
}
