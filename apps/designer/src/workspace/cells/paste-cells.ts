import { fieldType, type JsonValue, type TextContext } from '@guanxi/field-types';
import type { FieldDescription, WorkspaceDescription } from '@guanxi/metadata';
import { readCells, writeCells, type CellRange } from '../../ui/index.js';
import { recordNameIn, valueIn } from '../records/FieldValue.js';
import type { RecordRow } from '../records/record-row.js';
import type { CellChange } from './cell-change.js';
import { readCell, writeCell } from './cell-text.js';
import { findByNames } from './find-by-names.js';

/** The cells of a list that can be reached by their indexes. */
export interface CellSheet {
  readonly fields: readonly FieldDescription[];
  readonly getRow: (index: number) => RecordRow | undefined;
  readonly isLocked: (row: RecordRow, field: FieldDescription) => boolean;
}

interface CopiedCell { readonly field: FieldDescription; readonly value: JsonValue; readonly recordName: string | undefined }

/** What was copied here last: its text comes back from the clipboard, its values are kept whole. */
let copied: { readonly text: string; readonly cells: readonly (readonly CopiedCell[])[] } | null = null;

export function copyCells({ fields, getRow }: CellSheet, { fromRow, toRow, fromColumn, toColumn }: CellRange): string {
  const columns = fields.slice(fromColumn, toColumn + 1);
  const rows = Array.from({ length: toRow - fromRow + 1 }, (_, index) => getRow(fromRow + index)).filter((row) => row !== undefined);
  const text = writeCells(rows.map((row) => columns.map((field) => writeCell(row, field))));
  copied = { text, cells: rows.map((row) => columns.map((field) => ({ field, value: valueIn(row, field), recordName: recordNameIn(row, field) }))) };
  return text;
}

export interface Pasted {
  readonly changes: readonly CellChange[];
  /** Sentences about what could not be read. */
  readonly refused: readonly string[];
  /** Cells that people may not change here. */
  readonly locked: number;
}

interface PasteWording { readonly noChoice: (text: string) => string; readonly noRecord: (name: string) => string }

/** Lays text over cells: one piece fills the whole range, several begin at its first cell. */
export async function pasteCells(workspace: Pick<WorkspaceDescription, 'objects'>, sheet: CellSheet, range: CellRange, text: string, context: TextContext, wording: PasteWording): Promise<Pasted> {
  const lines = readCells(text);
  const own = copied?.text === text.replace(/\r\n/g, '\n').replace(/\n$/, '') ? copied.cells : null;
  const wanted: { readonly row: RecordRow; readonly field: FieldDescription; readonly text: string; readonly own: CopiedCell | undefined }[] = [];
  let locked = 0;
  for (const { row: rowIndex, column, line, place } of placesOf(range, lines)) {
    const [row, field] = [sheet.getRow(rowIndex), sheet.fields[column]];
    if (row === undefined || !field) continue;
    if (sheet.isLocked(row, field)) locked += 1;
    else wanted.push({ row, field, text: lines[line]?.[place] ?? '', own: own?.[line]?.[place] });
  }
  const refused: string[] = [];
  const changes: CellChange[] = [];
  const named: { readonly row: RecordRow; readonly field: FieldDescription; readonly name: string }[] = [];
  for (const { row, field, text: piece, own: kept } of wanted) {
    if (kept && isSameKind(kept.field, field)) {
      changes.push({ row, field, value: kept.value, recordName: kept.recordName });
      continue;
    }
    const read = readCell(piece, field, context, wording);
    if (read.ok === true) changes.push({ row, field, value: read.value });
    else if (read.ok === 'name') named.push({ row, field, name: read.name });
    else refused.push(read.message);
  }
  for (const target of new Set(named.map(({ field }) => field.target ?? ''))) {
    const those = named.filter(({ field }) => field.target === target);
    const found = await findByNames(workspace, target, those.map(({ name }) => name));
    for (const { row, field, name } of those) {
      const id = found.get(name);
      if (id === undefined) refused.push(wording.noRecord(name));
      else changes.push({ row, field, value: id, recordName: name });
    }
  }
  return { changes, refused, locked };
}

/** The first row of a range, or the row above a single one, into the rows below it. */
export function fillDown({ fields, getRow, isLocked }: CellSheet, range: CellRange): Omit<Pasted, 'refused'> {
  const isOneRow = range.fromRow === range.toRow;
  const source = getRow(isOneRow ? range.fromRow - 1 : range.fromRow);
  const changes: CellChange[] = [];
  let locked = 0;
  if (source) {
    for (let index = isOneRow ? range.fromRow : range.fromRow + 1; index <= range.toRow; index += 1) {
      const row = getRow(index);
      for (const field of fields.slice(range.fromColumn, range.toColumn + 1)) {
        if (row === undefined) continue;
        if (isLocked(row, field)) locked += 1;
        else changes.push({ row, field, value: valueIn(source, field), recordName: recordNameIn(source, field) });
      }
    }
  }
  return { changes, locked };
}

interface Place { readonly row: number; readonly column: number; readonly line: number; readonly place: number }

function placesOf({ fromRow, toRow, fromColumn, toColumn }: CellRange, lines: readonly (readonly string[])[]): readonly Place[] {
  const width = Math.max(...lines.map((line) => line.length));
  // A range that holds the text a whole number of times is filled with it.
  const repeat = (room: number, size: number) => (room % size === 0 ? room : size);
  const [rows, columns] = [repeat(toRow - fromRow + 1, lines.length), repeat(toColumn - fromColumn + 1, width)];
  return Array.from({ length: rows * columns }, (_, index) => {
    const [down, across] = [Math.floor(index / columns), index % columns];
    return { row: fromRow + down, column: fromColumn + across, line: down % lines.length, place: across % width };
  });
}

function isSameKind(from: FieldDescription, to: FieldDescription): boolean {
  if (from.target !== undefined || to.target !== undefined) return from.target === to.target;
  if (from.valueLabels || to.valueLabels) return from === to;
  return from.value.type === to.value.type && fieldType(to.value.type).list === fieldType(from.value.type).list;
}
