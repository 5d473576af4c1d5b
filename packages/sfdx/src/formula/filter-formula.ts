import type { Conversion } from '../conversion.js';
import type { FoundPath, ObjectNames } from '../names/name-book.js';
import { textOf, type XmlElement } from '../xml/read-xml.js';

export type FilterFormula = { readonly ok: true; /** Blank without items. */ readonly text: string } | { readonly ok: false; readonly reason: string };

export interface FilterSurroundings {
  /** Whose records are filtered, and the record that asks (`$Source`). */
  readonly target: ObjectNames;
  readonly source: ObjectNames;
  readonly conversion: Conversion;
}

/** Filter items of a roll-up or a lookup as one formula. */
export function filterFormula(items: readonly XmlElement[], logic: string | undefined, surroundings: FilterSurroundings): FilterFormula {
  const tests: string[] = [];
  for (const item of items) {
    const test = compileItem(item, surroundings);
    if (!test.ok) return test;
    tests.push(test.text);
  }
  if (tests.length === 0) return { ok: true, text: '' };
  if (logic === undefined) return { ok: true, text: tests.length === 1 ? (tests[0] ?? '') : tests.map((test) => `(${test})`).join(' && ') };
  const text = logic.replace(/\d+/g, (number) => `(${tests[Number(number) - 1] ?? 'TRUE'})`).replace(/\bAND\b/gi, '&&').replace(/\bOR\b/gi, '||').replace(/\bNOT\b/gi, '!');
  return { ok: true, text };
}

function compileItem(item: XmlElement, { target, source, conversion: { book } }: FilterSurroundings): FilterFormula {
  const api = textOf(item, 'field') ?? '';
  const path = api.split('.');
  const own = path.length > 1 && path[0] === target.described.name ? path.slice(1) : path;
  const asked = path[0] === '$Source' ? undefined : book.follow(target, own);
  const left = asked?.path ?? sourcePath(path, source, book);
  if (left === undefined) return { ok: false, reason: `It filters by ${api}, which the project does not describe.` };
  const other = textOf(item, 'valueField');
  const operation = textOf(item, 'operation') ?? 'equals';
  if (other !== undefined) {
    const names = other.split('.');
    const right = names[0] === '$Source' ? sourcePath(names, source, book) : names[0]?.startsWith('$') ? undefined : book.follow(target, names[0] === target.described.name ? names.slice(1) : names)?.path;
    if (right === undefined || !(operation in COMPARISONS)) return { ok: false, reason: `It compares with ${other}, which has no counterpart here.` };
    return { ok: true, text: `${left} ${COMPARISONS[operation] ?? '='} ${right}` };
  }
  return compileValues(left, asked, operation, textOf(item, 'value') ?? '');
}

const COMPARISONS: Readonly<Record<string, string>> = { equals: '=', notEqual: '<>', lessThan: '<', greaterThan: '>', lessOrEqual: '<=', greaterOrEqual: '>=' };

function sourcePath(path: readonly string[], source: ObjectNames, book: Conversion['book']): string | undefined {
  const found = path[0] === '$Source' ? book.follow(source, path.slice(1)) : undefined;
  return found && `$Source.${found.path}`;
}

function compileValues(left: string, asked: FoundPath | undefined, operation: string, value: string): FilterFormula {
  const type = asked?.field?.described.type ?? 'Text';
  const values = splitValues(value);
  if (operation === 'contains' || operation === 'notContain') {
    const tests = values.map((one) => `CONTAINS(${left}, ${JSON.stringify(one)})`).join(' || ');
    return { ok: true, text: operation === 'contains' ? tests : `!(${tests})` };
  }
  if (operation === 'startsWith') return { ok: true, text: values.map((one) => `BEGINS(${left}, ${JSON.stringify(one)})`).join(' || ') };
  const comparison = COMPARISONS[operation];
  if (comparison === undefined) return { ok: false, reason: `It filters by "${operation}", which has no counterpart in a formula.` };
  const literals: string[] = [];
  for (const one of values) {
    const literal = literalOf(type, one);
    if (literal === undefined) return { ok: false, reason: `It filters by the value "${one}", which cannot be written in a formula.` };
    literals.push(literal);
  }
  const test = (literal: string): string => {
    if (type === 'Checkbox') return (literal === 'TRUE') === (operation === 'equals') ? left : `NOT(${left})`;
    if (type === 'Picklist') return operation === 'notEqual' ? `NOT(ISPICKVAL(${left}, ${literal}))` : `ISPICKVAL(${left}, ${literal})`;
    return `${left} ${comparison} ${literal}`;
  };
  return { ok: true, text: literals.map(test).join(operation === 'notEqual' ? ' && ' : ' || ') };
}

/** Several values stand with commas between; one with a comma in it in quotes. */
export function splitValues(value: string): readonly string[] {
  const parts = [...value.matchAll(/"([^"]*)"|([^,]+)/g)].map(([, quoted, plain]) => (quoted ?? plain ?? '').trim());
  return parts.length === 0 ? [''] : parts;
}

const NUMBERS = new Set(['Number', 'Currency', 'Percent', 'Summary', 'Decimal']);

function literalOf(type: string, value: string): string | undefined {
  if (value === '' || value.toLowerCase() === 'null') return type === 'Text' || type === 'Picklist' ? '""' : 'NULL';
  if (NUMBERS.has(type)) return /^-?\d+(\.\d+)?$/.test(value) ? value : undefined;
  if (type === 'Checkbox') return /^(1|true)$/i.test(value) ? 'TRUE' : 'FALSE';
  if (type === 'Date') return dayOf(value);
  if (type === 'DateTime') return undefined;
  return JSON.stringify(value);
}

function dayOf(value: string): string | undefined {
  if (value.toUpperCase() === 'TODAY') return 'TODAY()';
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(value);
  if (american) return `DATE(${american[3] ?? ''}, ${Number(american[1])}, ${Number(american[2])})`;
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(value);
  return iso ? `DATE(${iso[1] ?? ''}, ${Number(iso[2])}, ${Number(iso[3])})` : undefined;
}
