import { fieldType, fieldTypes, say, type JsonValue, type TextContext } from '@guanxi/field-types';
import { fieldWord, type CheckedImportColumn, type FieldModel } from '@guanxi/metadata';
import type { Cell, FileRow } from '../formats/reader.js';
import type { ImportShape } from './import-shape.js';
import { rowFaults } from './import-wording.js';

/** Why one row was left out, in words for the person who has to mend the file. */
export interface RowProblem {
  readonly column?: string;
  readonly field?: string;
  readonly value?: string;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** A row whose cells were understood. */
export interface ConvertedRow {
  readonly number: number;
  /** By field name, in canonical form. */
  readonly values: Readonly<Record<string, JsonValue>>;
  /** By field name: the key of the record that the row points to, as text. */
  readonly keys: Readonly<Record<string, string>>;
  /** The names of the fields that this row brings, where that is not all that the file fills. */
  readonly set?: readonly string[];
}

export type Conversion =
  | { readonly kind: 'row'; readonly row: ConvertedRow }
  | { readonly kind: 'rejected'; readonly problems: readonly RowProblem[] }
  | { readonly kind: 'skipped' };

export type Converter = (row: FileRow) => Conversion;

/** Languages: of the file, in whose way cells are written, and of the person who is told about them. */
export interface ConverterContext {
  readonly file: TextContext;
  readonly told: string;
}

interface Reading {
  readonly index: number;
  readonly column: CheckedImportColumn;
  readonly context: TextContext;
  /** Finds the record that a cell points to by the key of its object. */
  readonly reference?: { readonly field: FieldModel; readonly by: FieldModel };
  readonly longest?: number;
}

/** In English, numbers and yes/no read as files with typed cells have them. */
const TYPED: Pick<TextContext, 'locale'> = { locale: 'en' };

/** Makes what understands the cells of a row, every wrong one and not only the first. `headings` are those of the file. */
export function makeConverter(shape: ImportShape, headings: readonly string[], { file, told }: ConverterContext): Converter {
  const { checked: { columns, plan }, references } = shape;
  const readings = columns.map((column): Reading => {
    const reference = references.find(({ field }) => field === column.field);
    const { maxLength } = column.field.settings;
    return {
      index: headings.indexOf(column.column),
      column,
      context: column.plan.locale === undefined ? file : { ...file, locale: column.plan.locale },
      ...(reference && column.match && { reference }),
      ...(column.plan.cut && typeof maxLength === 'number' && { longest: maxLength }),
    };
  });
  const whole = readings.filter(({ column }) => column.part === undefined);
  const pieces = groupByField(readings.filter(({ column }) => column.part !== undefined));
  const keepsBlanks = plan.mode !== 'create' && plan.blanks === 'keep';
  const blankIs = plan.mode === 'create' || keepsBlanks ? undefined : null;
  const blankRequired = (field: FieldModel) => field.required && !(plan.mode === 'update' && keepsBlanks);

  return ({ number, cells }) => {
    const values: Record<string, JsonValue> = {};
    const keys: Record<string, string> = {};
    const problems: RowProblem[] = [];
    const refuse = ({ column }: Reading, problem: RowProblem): 'skip' | undefined => {
      const { unfit } = column.plan;
      if (unfit === 'skip') return 'skip';
      if (unfit === 'blank' && !blankRequired(column.field)) {
        if (blankIs === null) values[column.field.name] = null;
      } else problems.push(problem);
      return undefined;
    };
    for (let index = headings.length; index < cells.length; index += 1) {
      if (String(cells[index]).trim() === '') continue;
      problems.push({ value: String(cells[index]), code: 'too_many_cells', message: say({ ...rowFaults.tooManyCells, words: { cells: String(cells.length), columns: String(headings.length) } }, told) });
      break;
    }
    for (const reading of whole) {
      const { column, reference } = reading;
      const cell = cells[reading.index] ?? '';
      const text = readCell(cell, reading);
      const { field } = column;
      if (text === '') {
        if (blankRequired(field)) problems.push(missing(column, told));
        else if (blankIs === null) values[field.name] = null;
        continue;
      }
      const context = typeof cell === 'string' ? reading.context : { ...reading.context, ...TYPED };
      const read = reference?.by ?? field;
      const parsed = fieldTypes[read.type].parseText(text, read.settings, context);
      if (parsed.ok) {
        if (reference) keys[field.name] = keyText(parsed.value);
        else values[field.name] = parsed.value;
        continue;
      }
      const pointer = pointTo(text, column, references);
      if (pointer) keys[pointer.field] = pointer.key;
      else if (refuse(reading, { column: column.column, field: field.name, value: text, code: parsed.code, ...parsed.tell(told) })) return { kind: 'skipped' };
    }
    for (const [field, own] of pieces) {
      const read = own.flatMap((reading) => {
        const text = readCell(cells[reading.index] ?? '', reading);
        return text === '' ? [] : [[reading.column.part ?? '', text] as const];
      });
      const [first] = own as readonly [Reading, ...Reading[]];
      if (read.length === 0) {
        if (blankRequired(field)) problems.push(missing(first.column, told));
        else if (blankIs === null) values[field.name] = null;
        continue;
      }
      const parsed = fieldTypes[field.type].parseText(JSON.stringify(Object.fromEntries(read)), field.settings, first.context);
      if (parsed.ok) values[field.name] = parsed.value;
      else if (refuse(first, { column: first.column.column, field: field.name, value: read.map(([, text]) => text).join('; '), code: parsed.code, ...parsed.tell(told) })) return { kind: 'skipped' };
    }
    if (problems.length > 0) return { kind: 'rejected', problems };
    return { kind: 'row', row: { number, values, keys, ...(keepsBlanks && { set: [...Object.keys(values), ...Object.keys(keys)] }) } };
  };
}

/** The text of a cell after the repairs that do not ask for its kind. */
function readCell(cell: Cell, { column: { plan }, longest }: Reading): string {
  let text = typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? plainNumber(cell) : String(cell);
  if (plan.replace && Object.hasOwn(plan.replace, text)) text = (plan.replace[text] ?? '').trim();
  if (text === '') text = plan.default ?? '';
  return longest !== undefined && text.length > longest ? [...text].slice(0, longest).join('') : text;
}

/** Without an exponent. */
function plainNumber(value: number): string {
  const text = String(value);
  return /e/i.test(text) ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : text;
}

function keyText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function groupByField(readings: readonly Reading[]): ReadonlyMap<FieldModel, readonly Reading[]> {
  const byField = new Map<FieldModel, Reading[]>();
  for (const reading of readings) byField.set(reading.column.field, [...(byField.get(reading.column.field) ?? []), reading]);
  return byField;
}

/** `Customer:C-1` for a record that a polymorphic lookup points to by its external id; undefined for any other text. */
function pointTo(text: string, { pointers = [], field }: CheckedImportColumn, references: ImportShape['references']): { readonly field: string; readonly key: string } | undefined {
  if (pointers.length === 0) return undefined;
  const [, name = '', key = ''] = /^\s*([^:：]+?)\s*[:：]\s*(.*\S)\s*$/u.exec(text) ?? [];
  const pointer = pointers.find(({ target, by }) => by.length > 0 && [target.name, target.label].some((known) => known.toLowerCase() === name.toLowerCase()));
  const reference = references.find((one) => one.target === pointer?.target && field.members?.includes(one.field.name));
  if (!reference) return undefined;
  const parsed = fieldType(reference.by.type).parseText(key, reference.by.settings, { locale: 'en', timeZone: 'UTC' });
  return parsed.ok ? { field: reference.field.name, key: keyText(parsed.value) } : undefined;
}

function missing({ column, field }: CheckedImportColumn, locale: string): RowProblem {
  return { column, field: field.name, value: '', code: 'required', message: say({ ...rowFaults.required, words: { field: fieldWord(field) } }, locale) };
}
