import { sql, type RawBuilder } from 'kysely';
import { allOf } from '../compile/compilation.js';
import type { MatchPart } from './match-conditions.js';

/**
 * Tables that lead to `pair (one, other)`: the rows of `form (n, k0, k1 …)` whose keys match by all parts, each pair once.
 * `fuzzy` is the place of the part by which they are found. `suffix` tells the tables of several rules apart.
 *
 * Likeness of all with all would take the square of their number. Two texts that share enough trigrams for the threshold
 * share one among their rarest, and few texts share a rare one: so those are what is joined by, and what it brings together
 * is compared (prefix and position filters of set similarity joins).
 */
export function alikePairs(parts: readonly MatchPart[], fuzzy: number, suffix = ''): RawBuilder<unknown>[] {
  const named = (name: string) => sql.id(`${name}${suffix}`);
  const key = `k${fuzzy}`;
  const threshold = sql`${sql.lit(parts[fuzzy]?.threshold ?? 1)}::float8`;
  const exact = parts.flatMap(({ how }, index) => (how === 'exact' ? [`k${index}`] : []));
  const carried = exact.length === 0 ? sql`` : sql`, ${sql.join(exact.map((name) => sql.id('f', name)))}`;
  const same = exact.map((name) => sql<boolean>`${sql.id('a', name)} = ${sql.id('b', name)}`);
  const alike = parts.flatMap((part, index) => (part.how === 'fuzzy' ? [sql<boolean>`public.similarity(${sql.id('x', `k${index}`)}, ${sql.id('y', `k${index}`)}) >= ${sql.lit(part.threshold)}::real`] : []));
  return [
    sql`${named('gram')} as materialized (select f.n, g.gram, cardinality(s.grams) as size${carried} from ${named('form')} f cross join lateral (select public.show_trgm(${sql.id('f', key)}) as grams offset 0) s cross join lateral unnest(s.grams) g(gram))`,
    sql`${named('known')} as materialized (select gram, count(*) as uses from ${named('gram')} group by gram)`,
    sql`${named('rare')} as materialized (select * from (select g.*, (row_number() over (partition by g.n order by k.uses, g.gram))::integer as place from ${named('gram')} g join ${named('known')} k using (gram)) r
      where place <= size - ceil(${threshold} * size) + 1)`,
    sql`${named('candidate')} as (select a.n as one, b.n as other from ${named('rare')} a join ${named('rare')} b on ${allOf([
      sql<boolean>`a.gram = b.gram`,
      ...same,
      // The shorter text is the one, and needs to be found by fewer of its trigrams.
      sql<boolean>`(a.size, a.n) < (b.size, b.n)`,
      sql<boolean>`a.size >= ${threshold} * b.size`,
      sql<boolean>`a.place <= a.size - ceil(2 * ${threshold} / (1 + ${threshold}) * a.size) + 1`,
      // After the first trigram they share, enough have to be left to share.
      sql<boolean>`1 + least(a.size - a.place, b.size - b.place) >= ${threshold} / (1 + ${threshold}) * (a.size + b.size)`,
    ])} group by 1, 2)`,
    sql`${named('pair')} as materialized (select c.one, c.other from ${named('candidate')} c join ${named('form')} x on x.n = c.one join ${named('form')} y on y.n = c.other where ${allOf(alike)})`,
  ];
}
