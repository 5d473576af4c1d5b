import { fieldType, type JsonValue, type TextContext } from '@guanxi/field-types';
import type { FieldDescription } from '@guanxi/metadata';
import { recordNameIn, valueIn } from '../records/FieldValue.js';
import type { RecordRow } from '../records/record-row.js';

/** What a piece of text means in a cell: a value, or the name of a record that has yet to be found. */
export type ReadCell =
  | { readonly ok: true; readonly value: JsonValue; readonly recordName?: string }
  | { readonly ok: 'name'; readonly name: string }
  | { readonly ok: false; readonly message: string };

/** A cell as other programs take it: names for references, labels for choices, plain digits for numbers. */
export function writeCell(row: RecordRow, field: FieldDescription): string {
  const value = valueIn(row, field);
  if (value === null) return '';
  if (field.target !== undefined) return recordNameIn(row, field) ?? String(value);
  if (field.valueLabels) return (Array.isArray(value) ? value : [value]).map((each) => field.valueLabels?.[String(each)] ?? String(each)).join('; ');
  return fieldType(field.value.type).formatText(value, field.value.settings);
}

export function readCell(text: string, field: FieldDescription, context: TextContext, wording: { readonly noChoice: (text: string) => string }): ReadCell {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, value: null };
  if (field.target !== undefined) return { ok: 'name', name: trimmed };
  if (field.valueLabels) return readChoices(trimmed, field, wording);
  const parsed = fieldType(field.value.type).parseText(text, field.value.settings, context);
  return parsed.ok ? { ok: true, value: parsed.value } : { ok: false, message: parsed.tell(context.locale).message };
}

function readChoices(text: string, { valueLabels = {}, value: { type } }: FieldDescription, { noChoice }: { readonly noChoice: (text: string) => string }): ReadCell {
  const isMany = fieldType(type).list === true;
  const find = (piece: string) => Object.entries(valueLabels).find(([value, label]) => value === piece || label.toLocaleLowerCase() === piece.toLocaleLowerCase())?.[0];
  const pieces = isMany ? text.split(/[;；]/).map((piece) => piece.trim()).filter(Boolean) : [text];
  const values: string[] = [];
  for (const piece of pieces) {
    const value = find(piece);
    if (value === undefined) return { ok: false, message: noChoice(piece) };
    values.push(value);
  }
  return { ok: true, value: isMany ? values : (values[0] ?? null) };
}
