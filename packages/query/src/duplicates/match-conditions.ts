import { matchKey, type DuplicateRuleModel, type FieldModel, type ObjectModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';

/** A part of a duplicate rule: two records match where all parts of it do. */
export interface MatchPart {
  readonly field: FieldModel;
  readonly how: 'exact' | 'fuzzy';
  readonly threshold: number;
}

/** The parts of a rule whose fields have a value of their own to compare. */
export function matchParts(rule: DuplicateRuleModel, object: ObjectModel): readonly MatchPart[] {
  return rule.match.flatMap(({ field: name, how, threshold }) => {
    const field = object.fieldByName.get(name);
    return field && field.column !== '' ? [{ field, how, threshold }] : [];
  });
}

/** Whether two keys are of the same record. Blank is like nothing, not even like blank. `stored` is an expression that an index may have; `pg_trgm.similarity_threshold` must not be above the threshold. */
export function keysMatch({ how, threshold }: Pick<MatchPart, 'how' | 'threshold'>, stored: RawBuilder<unknown>, given: RawBuilder<unknown>): RawBuilder<boolean> {
  if (how === 'exact') return sql<boolean>`${stored} = ${given}`;
  const alike = sql<boolean>`public.similarity(${stored}, ${given}) >= ${sql.lit(threshold)}::real`;
  return sql<boolean>`(${stored} operator(public.%) ${given} and ${alike})`;
}

/** How alike two records are on the whole, 0 to 1, to show the best matches first. */
export function likeness(parts: readonly MatchPart[], pairs: readonly (readonly [RawBuilder<unknown>, RawBuilder<unknown>])[]): RawBuilder<unknown> {
  const fuzzy = parts.flatMap(({ how }, index) => {
    const pair = pairs[index];
    return how === 'fuzzy' && pair ? [sql`public.similarity(${pair[0]}, ${pair[1]})`] : [];
  });
  return fuzzy.length === 0 ? sql`1::real` : sql`((${sql.join(fuzzy, sql` + `)}) / ${sql.lit(fuzzy.length)})`;
}

/** The key of a field, null where it is blank. */
export function keyOf(field: FieldModel, value: RawBuilder<unknown>): RawBuilder<unknown> {
  return matchKey(field, value);
}
