import { excerpt, findMarks, findSimilar, readSearchText, type SearchWord } from '@guanxi/field-types';
import { readOperand, type Operand, type ReadRequest, type SearchedFieldKey, type StatementInput } from '@guanxi/query';

/** Where in an answer the texts of search results stand, that are to be marked and shortened. */
export interface SearchMarks {
  readonly key: string;
  readonly text: Operand;
  readonly fields: readonly { readonly key: string; readonly select: readonly { readonly kind: SearchedFieldKey; readonly key: string }[] }[];
  readonly suggestions: readonly string[];
}

/** Empty where a request asks for no texts of search results: then its answer can go out as it came. */
export function searchMarksOf({ roots }: ReadRequest): readonly SearchMarks[] {
  return roots.flatMap((root): SearchMarks[] => {
    if (root.kind !== 'search') return [];
    const { text, select } = root.search;
    const fields = select.flatMap((field) => (field.kind === 'fields' ? [{ key: field.key, select: field.select ?? [] }] : []));
    const suggestions = select.flatMap(({ kind, key }) => (kind === 'suggestion' ? [key] : []));
    return fields.length + suggestions.length === 0 ? [] : [{ key: root.key, text, fields, suggestions }];
  });
}

/** The same members of `data` with the texts of search results marked. */
export function markSearches(members: string, searches: readonly SearchMarks[], input: StatementInput): string {
  const answer = JSON.parse(`{${members}}`) as Record<string, Record<string, unknown>[]>;
  for (const { key, text, fields, suggestions } of searches) {
    const { words } = readSearchText(String(readOperand(text, input) ?? ''));
    for (const result of answer[key] ?? []) {
      for (const one of fields) result[one.key] = markFields(result[one.key] as readonly FoundText[] | null, words, one.select);
      for (const one of suggestions) if (typeof result[one] === 'string') result[one] = suggest(result[one], words);
    }
  }
  return JSON.stringify(answer).slice(1, -1);
}

interface FoundText {
  readonly field: string;
  readonly text: string;
}

function markFields(found: readonly FoundText[] | null, words: readonly SearchWord[], select: SearchMarks['fields'][number]['select']): readonly object[] {
  const marked = (found ?? []).map(({ field, text }) => ({ field, text, marks: findMarks(text, words) })).filter(({ marks }) => marks.length > 0);
  const shown = marked.length > 0 ? marked : (found ?? []).slice(0, 1).map(({ field, text }) => ({ field, text, marks: findSimilar(text, words) }));
  return shown.map(({ field, text, marks }) => {
    const piece = excerpt(text, marks);
    const values: Record<SearchedFieldKey, unknown> = { typename: 'SearchField', field, text: piece.text, ranges: piece.marks };
    return Object.fromEntries(select.map(({ kind, key }) => [key, values[kind]]));
  });
}

/** The words of a name that are most like those searched for. */
function suggest(name: string, words: readonly SearchWord[]): string {
  const pieces = words.flatMap((word) => findSimilar(name, [word]).map(([from, to]) => name.slice(from, to)));
  return [...new Set(pieces)].join(' ') || name;
}
