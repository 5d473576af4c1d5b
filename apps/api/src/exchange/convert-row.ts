import { fieldTypes, say, type JsonValue, type TextContext } from '@guanxi/field-types';
import { fieldWord, type CheckedImportColumn, type CheckedImportPlan } from '@guanxi/metadata';
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
  /** By field name: the external id of the record that the row points to. */
  readonly matches: Readonly<Record<string, string>>;
}

export type Conversion = { readonly ok: true; readonly converted: ConvertedRow } | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** Understands the cells of one row. Every cell that is wrong is reported, not only the first, in the language of `locale`; that of the file is in the context. */
export function convertRow(row: FileRow, { columns, plan }: CheckedImportPlan, context: TextContext, locale: string): Conversion {
  const values: Record<string, JsonValue> = {};
  const matches: Record<string, string> = {};
  const problems: RowProblem[] = [];

  for (const column of columns) {
    const text = row.values.get(column.column) ?? '';
    if (text === '') {
      if (column.field.required) problems.push(missing(column, locale));
      else if (plan.mode !== 'create') values[column.field.name] = null;
    } else if (column.match) {
      matches[column.field.name] = text;
    } else {
      const parsed = fieldTypes[column.field.type].parseText(text, column.field.settings, context);
      if (parsed.ok) values[column.field.name] = parsed.value;
      else problems.push({ column: column.column, value: text, code: parsed.code, ...parsed.tell(locale) });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, converted: { row, values, matches } };
}

function missing({ column, field }: CheckedImportColumn, locale: string): RowProblem {
  return { column, value: '', code: 'required', message: say({ ...rowFaults.required, words: { field: fieldWord(field) } }, locale) };
}
