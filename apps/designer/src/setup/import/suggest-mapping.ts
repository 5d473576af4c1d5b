import type { FieldDescription } from '@guanxi/metadata';

/** What a field may be called in a file: its API name and its labels in every language. */
export interface NamedField {
  readonly field: FieldDescription;
  readonly names: readonly string[];
}

export interface Suggestion {
  readonly field: FieldDescription;
  /** Called exactly so; otherwise it is only likely. */
  readonly isSure: boolean;
}

/** A field for each heading as far as its words tell, each field at most once; the best matches first. */
export function suggestMapping(headings: readonly string[], fields: readonly NamedField[]): ReadonlyMap<string, Suggestion> {
  const pairs = headings.flatMap((heading) => fields.map((named, order) => ({ heading, field: named.field, order, score: scoreOf(heading, named) })))
    .filter(({ score }) => score > 0.45)
    // Of equals, a field that has to be filled comes first.
    .sort((one, other) => other.score - one.score || Number(other.field.required) - Number(one.field.required) || one.order - other.order);
  const found = new Map<string, Suggestion>();
  const taken = new Set<string>();
  for (const { heading, field, score } of pairs) {
    if (found.has(heading) || taken.has(field.name)) continue;
    found.set(heading, { field, isSure: score >= 0.99 });
    taken.add(field.name);
  }
  return found;
}

function scoreOf(heading: string, { field, names }: NamedField): number {
  if (names.some((name) => squeeze(name) === squeeze(heading))) return 1;
  const wanted = wordsOf(heading);
  return Math.max(0, ...names.map((name) => likeness(wanted, new Set([...wordsOf(name), ...impliedWords(field)])))) * 0.99;
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  return both === 0 ? 0 : both / new Set([...one, ...other]).size;
}

/** Headings often say what kind of value a column has: order_date, customer_id. */
function impliedWords({ type, target, externalId }: FieldDescription): readonly string[] {
  if (type === 'date' || type === 'dateTime') return ['date'];
  return target !== undefined || externalId ? ['id'] : [];
}

const same: Readonly<Record<string, string>> = { no: 'id', nr: 'id', num: 'id', number: 'id', key: 'id', qty: 'quantity', tel: 'phone', telephone: 'phone', mail: 'email', price: 'amount', total: 'amount', day: 'date', time: 'date' };
const idle = new Set(['on', 'at', 'the', 'of', 'a']);

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.normalize('NFKC').replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !idle.has(word)).map((word) => same[word] ?? stem(word)));
}

function stem(word: string): string {
  return word.replace(/([a-z])\1ed$/, '$1').replace(/(?<=[a-z]{3})(ed|s)$/, '');
}

function squeeze(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
