import { countSearchWords, fieldType, foldedTexts, MOST_WORDS, searchedTexts, searchTerms } from '@guanxi/field-types';
import { searchedFields } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { displayText } from '../compile/column-types.js';
import { allOf, type Compilation, type Table } from '../compile/compilation.js';
import { fieldExpression } from '../compile/field-expression.js';
import type { Operand } from '../request/operand.js';
import { searchSlots, type SearchSlots, type WordSlots } from './search-slots.js';

/** A field that records of a table are searched by, as far as the person may read it. */
export interface SearchedField {
  readonly name: string;
  readonly isName: boolean;
  readonly index: string | undefined;
  /** `tsvector`, as the index has it. */
  readonly terms: RawBuilder<unknown>;
  readonly folded: readonly RawBuilder<unknown>[];
  readonly text: RawBuilder<unknown>;
  /** What is folded, as it is. */
  readonly bare: readonly RawBuilder<unknown>[];
}

/** Every word that somebody searches for is in some readable field of the record, whichever. `words`: how many there are. */
export function compileSearchFilter(text: Operand, table: Table, compilation: Compilation, words = wordsOf(text)): RawBuilder<boolean> {
  return matchesWords(readableSearched(table, compilation), searchSlots(text, words), compilation);
}

/** Places for words in a statement that does not say how many it has. */
export function wordsOf(text: Operand): number {
  return 'constant' in text ? countSearchWords(String(text.constant ?? '')) : MOST_WORDS;
}

/** What is worked out only on reading is not among them, unless it is the name. */
export function readableSearched(table: Table, compilation: Compilation): readonly SearchedField[] {
  return searchedFields(table.object)
    .filter(({ field }) => table.access.readableFields.has(field.name))
    .map(({ field, index }) => {
      const kind = fieldType(field.value.type);
      const value = fieldExpression(table, field, compilation);
      return { name: field.name, isName: field.name === table.object.nameField, index, terms: searchTerms(kind, value), folded: foldedTexts(kind, value), text: displayText(field, value), bare: searchedTexts(kind, value) };
    });
}

export function matchesWords(fields: readonly SearchedField[], { words }: SearchSlots, compilation: Compilation): RawBuilder<boolean> {
  if (words.length === 0 || fields.length === 0) return sql<boolean>`false`;
  return byIndex(fields, compilation, {
    indexed: () => allOf(words.flatMap((word) => [containsTerms(fields, word), provesPatterns(fields, word)])),
    folded: () => allOf(words.map((word) => anyOf(fields.flatMap(({ folded }) => folded.map((text) => sql<boolean>`${text} like any (${word.allPatterns})`))))),
    plain: () => allOf(words.map((word) => anyOf(fields.map(({ text }) => sql<boolean>`${text} ilike ${word.typed}`)))),
  });
}

export interface SearchWays {
  /** Over the terms that indexes hold. */
  indexed(): RawBuilder<boolean>;
  /** Where nothing is indexed: tables of the platform, which are short. */
  folded(): RawBuilder<boolean>;
  /** While an index of a long table is being built: what is cheap for every row. */
  plain(): RawBuilder<boolean>;
}

/** Which indexes there are is asked when PostgreSQL plans the statement, and again when one comes or goes: only one way is left in the plan. */
export function byIndex(fields: readonly SearchedField[], { ground }: Compilation, ways: SearchWays): RawBuilder<boolean> {
  const indexes = fields.flatMap(({ index }) => (index === undefined ? [] : [sql.lit([ground.schema, index].map((name) => `"${name}"`).join('.'))]));
  if (indexes.length === 0) return ways.folded();
  return sql<boolean>`case when guanxi.has_indexes(array[${sql.join(indexes)}]::text[]) then ${ways.indexed()} else ${ways.plain()} end`;
}

export function anyOf(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

function containsTerms(fields: readonly SearchedField[], word: WordSlots): RawBuilder<boolean> {
  return anyOf(
    fields.flatMap(({ index, terms, folded }) =>
      index === undefined ? folded.map((text) => sql<boolean>`${text} like any (${word.allPatterns})`) : [sql<boolean>`${terms} @@ ${word.terms}`],
    ),
  );
}

/** Terms of a long word may stand apart: then the texts themselves are looked at, of those records that have all of them; as they are first, because folding takes longer. */
function provesPatterns(fields: readonly SearchedField[], word: WordSlots): RawBuilder<boolean> {
  const plain = fields.map(({ text }) => sql<boolean>`${text} ilike ${word.typed}`);
  const folded = fields.flatMap((field) => field.folded.map((text) => sql<boolean>`${text} like any (${word.patterns})`));
  const proof = sql<boolean>`(${word.patterns} is null or ${anyOf([...plain, ...folded])})`;
  const glance = word.glance && sql<boolean>`concat_ws(' ', ${sql.join(fields.flatMap(({ bare }) => bare))}) ~* ${word.glance}`;
  // Inside coalesce() PostgreSQL does not estimate how many match, for which it would try the pattern on samples of every column: half of what planning took.
  // It takes what stands there for cheaper than making terms, and asks it first where it goes through the order of a list.
  return sql<boolean>`coalesce(${glance ? allOf([glance, proof]) : proof}, false)`;
}
