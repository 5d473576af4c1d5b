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
 * is compared (prefix and position filters of set similarity joins).
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
  const form = sql`form as materialized (select array_agg(id order by id) as ids, (row_number() over ())::integer as n, ${sql.join(names)} from keyed where ${present} group by ${sql.join(names)})`;
  const fuzzy = parts.findIndex(({ how }) => how === 'fuzzy');
  if (fuzzy < 0) return compileStatement(sql`with ${sql.join([keyed, form])} select ids, '{}'::uuid[] as others from form where cardinality(ids) > 1 limit ${sql.lit(MOST_PAIRS)}`);
  const pairs = pairTables(parts, fuzzy);
  const likes = sql`select p.one, array_agg(o.ids[1]) as others from pair p join form o on o.n = p.other group by p.one`;
  const answer = sql`select f.ids, coalesce(l.others, '{}') as others from form f left join (${likes}) l on l.one = f.n where cardinality(f.ids) > 1 or l.others is not null`;
  return compileStatement(sql`with ${sql.join([keyed, form, ...pairs])} ${answer} limit ${sql.lit(MOST_PAIRS)}`);
}

function pairTables(parts: readonly MatchPart[], fuzzy: number): RawBuilder<unknown>[] {
  const key = `k${fuzzy}`;
  const threshold = sql`${sql.lit(parts[fuzzy]?.threshold ?? 1)}::float8`;
  const exact = parts.flatMap(({ how }, index) => (how === 'exact' ? [`k${index}`] : []));
  const carried = exact.length === 0 ? sql`` : sql`, ${sql.join(exact.map((name) => sql.id('f', name)))}`;
  const same = exact.map((name) => sql<boolean>`${sql.id('a', name)} = ${sql.id('b', name)}`);
  const alike = parts.flatMap((part, index) => (part.how === 'fuzzy' ? [sql<boolean>`public.similarity(${sql.id('x', `k${index}`)}, ${sql.id('y', `k${index}`)}) >= ${sql.lit(part.threshold)}::real`] : []));
  return [
    sql`gram as materialized (select f.n, g.gram, cardinality(s.grams) as size${carried} from form f cross join lateral (select public.show_trgm(${sql.id('f', key)}) as grams offset 0) s cross join lateral unnest(s.grams) g(gram))`,
    sql`known as materialized (select gram, count(*) as uses from gram group by gram)`,
    sql`rare as materialized (select * from (select g.*, (row_number() over (partition by g.n order by k.uses, g.gram))::integer as place from gram g join known k using (gram)) r
      where place <= size - ceil(${threshold} * size) + 1)`,
    sql`candidate as (select a.n as one, b.n as other from rare a join rare b on ${allOf([
      sql<boolean>`a.gram = b.gram`,
      ...same,
      // The shorter text is the one, and needs to be found by fewer of its trigrams.
      sql<boolean>`(a.size, a.n) < (b.size, b.n)`,
      sql<boolean>`a.size >= ${threshold} * b.size`,
      sql<boolean>`a.place <= a.size - ceil(2 * ${threshold} / (1 + ${threshold}) * a.size) + 1`,
      // After the first trigram they share, enough have to be left to share.
      sql<boolean>`1 + least(a.size - a.place, b.size - b.place) >= ${threshold} / (1 + ${threshold}) * (a.size + b.size)`,
    ])} group by 1, 2)`,
    sql`pair as materialized (select c.one, c.other from candidate c join form x on x.n = c.one join form y on y.n = c.other where ${allOf(alike)})`,
  ];
}
