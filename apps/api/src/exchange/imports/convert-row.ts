import { fieldTypes, say, type JsonValue, type TextContext } from '@guanxi/field-types';
import { fieldWord, type CheckedImportColumn, type CheckedImportPlan, type FieldModel, type ImportPlan } from '@guanxi/metadata';
import { rowFaults } from './import-wording.js';
import type { FileRow } from './read-rows.js';

/** Why one row was left out, in words for the person who has to mend the file. */
export interface RowProblem {
  readonly column?: string;
  readonly value?: string;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** A row whose cells were understood. Lookups that go by an external id still hold the text of it. */
export interface ConvertedRow {
  readonly row: FileRow;
  readonly values: Readonly<Record<string, JsonValue>>;
  /** By field name: the external id of the record that the row points to; after its object's name, where there are several (`Customer:C-1`). */
  readonly matches: Readonly<Record<string, string>>;
}

export type Conversion = { readonly ok: true; readonly converted: ConvertedRow } | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** Understands the cells of one row. Every cell that is wrong is reported, not only the first, in the language of `locale`; that of the file is in the context. */
export function convertRow(row: FileRow, { columns, plan }: CheckedImportPlan, context: TextContext, locale: string): Conversion {
  const values: Record<string, JsonValue> = {};
  const matches: Record<string, string> = {};
  const problems: RowProblem[] = [];

  for (const [field, parts] of partColumns(columns)) convertParts(field, parts, row, plan.mode, { values, problems, context, locale });
  for (const column of columns) {
    if (column.part !== undefined) continue;
    const text = row.values.get(column.column) ?? '';
    if (text === '') {
      if (column.field.required) problems.push(missing(column, locale));
      else if (plan.mode !== 'create') values[column.field.name] = null;
    } else if (column.match) {
      matches[column.field.name] = text;
    } else {
      const parsed = fieldTypes[column.field.type].parseText(text, column.field.settings, context);
      const pointer = parsed.ok ? undefined : namePointer(text, column);
      if (parsed.ok) values[column.field.name] = parsed.value;
      else if (pointer !== undefined) matches[column.field.name] = pointer;
      else problems.push({ column: column.column, value: text, code: parsed.code, ...parsed.tell(locale) });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, converted: { row, values, matches } };
}

interface Converting {
  readonly values: Record<string, JsonValue>;
  readonly problems: RowProblem[];
  readonly context: TextContext;
  readonly locale: string;
}

function partColumns(columns: readonly CheckedImportColumn[]): ReadonlyMap<FieldModel, readonly CheckedImportColumn[]> {
  const byField = new Map<FieldModel, CheckedImportColumn[]>();
  for (const column of columns) {
    if (column.part !== undefined) byField.set(column.field, [...(byField.get(column.field) ?? []), column]);
  }
  return byField;
}

/** The pieces of one value from a column each; together they are read as the one cell that would hold them all. */
function convertParts(field: FieldModel, columns: readonly CheckedImportColumn[], row: FileRow, mode: ImportPlan['mode'], { values, problems, context, locale }: Converting): void {
  const pieces = columns.flatMap(({ column, part = '' }) => {
    const text = row.values.get(column) ?? '';
    return text === '' ? [] : [[part, text] as const];
  });
  const [first] = columns;
  if (pieces.length === 0) {
    if (field.required && first) problems.push(missing(first, locale));
    else if (mode !== 'create') values[field.name] = null;
    return;
  }
  const parsed = fieldTypes[field.type].parseText(JSON.stringify(Object.fromEntries(pieces)), field.settings, context);
  if (parsed.ok) values[field.name] = parsed.value;
  else problems.push({ column: first?.column ?? '', value: pieces.map(([, text]) => text).join('; '), code: parsed.code, ...parsed.tell(locale) });
}

/** `Customer:C-1` for a record that a polymorphic lookup points to by its external id; undefined for any other text. */
function namePointer(text: string, { pointers = [] }: CheckedImportColumn): string | undefined {
  const [, name = '', key = ''] = /^\s*([^:：]+?)\s*[:：]\s*(.*\S)\s*$/u.exec(text) ?? [];
  const pointer = pointers.find(({ target, by }) => by.length > 0 && [target.name, target.label].some((known) => known.toLowerCase() === name.toLowerCase()));
  return pointer && `${pointer.target.name}:${key}`;
}

function missing({ column, field }: CheckedImportColumn, locale: string): RowProblem {
  return { column, value: '', code: 'required', message: say({ ...rowFaults.required, words: { field: fieldWord(field) } }, locale) };
}
