import { sql, type RawBuilder } from 'kysely';
import type { FieldType } from '../field-type.js';

/** `tsvector` that a field is found by; null where it is blank. An index has this very expression. */
export function searchTerms(kind: FieldType, column: RawBuilder<unknown>): RawBuilder<unknown> {
  const [first, ...others] = searchedTexts(kind, column).map((text) => sql`guanxi.search_terms(${text})`);
  return others.reduce<RawBuilder<unknown>>((terms, other) => sql`${terms} || coalesce(${other}, ''::tsvector)`, first ?? sql`null::tsvector`);
}

/** The texts that a field is found by, in the form that they are compared in. */
export function foldedTexts(kind: FieldType, column: RawBuilder<unknown>): readonly RawBuilder<unknown>[] {
  return searchedTexts(kind, column).map((text) => sql`guanxi.fold_text(${text})`);
}

/** The same texts as they are. */
export function searchedTexts(kind: FieldType, column: RawBuilder<unknown>): readonly RawBuilder<unknown>[] {
  return kind.searched?.(column) ?? [kind.text?.(column) ?? column];
}
