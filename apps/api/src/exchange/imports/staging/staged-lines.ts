import { fieldType, type JsonValue } from '@guanxi/field-types';
import { valueName } from '@guanxi/metadata';
import type { Access } from '@guanxi/query';
import { v7 as makeId } from 'uuid';
import { addFixedDefaults } from '../../../records/fixed-defaults.js';
import { spreadMembers } from '../../../records/spread-members.js';
import type { ConvertedRow } from '../convert-row.js';
import type { ImportShape } from '../import-shape.js';

/** Makes lines for PostgreSQL's COPY of converted rows, in the order of `stagedColumns`. */
export function lineMaker(shape: ImportShape, access: Access, encrypt: ((text: string) => string) | undefined): (row: ConvertedRow) => string {
  const { object, fields, references, lists, defaults, checked } = shape;
  const cells = fields.map((field) => ({ name: field.name, write: writerOf(fieldType(field.value.type).column(field.value.settings).name) }));
  const secret = fields.filter(({ type }) => fieldType(type).encrypted);
  const isNew = checked.plan.mode !== 'update';
  const byType = isNew && object.recordTypes.length > 0;
  const facades = fields.length > 0 && object.fields.some(({ members }) => members !== undefined);

  return ({ number, values: given, keys, set }) => {
    let values: Record<string, JsonValue> = { ...(facades ? spreadMembers(given, object) : given) };
    if (byType) values = withDefaults(values, shape, access);
    else for (const [field, value] of defaults) if (values[field.name] === undefined) values[field.name] = value;
    for (const { name } of secret) {
      const text = values[name];
      if (typeof text !== 'string') continue;
      if (!encrypt) throw new Error(`${object.name} has encrypted fields, but there is nothing to encrypt them with.`);
      values[name] = encrypt(text);
    }
    let line = `${number}\t${makeId()}\t${set ? text(JSON.stringify(set)) : '\\N'}`;
    for (const { name, write } of cells) {
      const value = values[name];
      line += value === undefined || value === null ? '\t\\N' : `\t${write(value)}`;
    }
    for (const { field } of references) {
      const key = keys[field.name];
      line += key === undefined ? '\t\\N' : `\t${text(key)}`;
    }
    for (const { field } of lists) {
      const value = values[field.name];
      line += value === undefined || value === null ? '\t\\N' : `\t${text(JSON.stringify(value))}`;
    }
    return `${line}\n`;
  };
}

/** The record type comes first, as it says what picklists offer. */
function withDefaults(values: Readonly<Record<string, JsonValue>>, { object, fields }: ImportShape, access: Access): Record<string, JsonValue> {
  const given: Record<string, unknown> = {};
  for (const field of object.fields) if (values[field.name] !== undefined) given[valueName(field)] = values[field.name];
  addFixedDefaults(given, object, access);
  const all = { ...values };
  for (const field of fields) {
    const value = given[valueName(field)];
    if (all[field.name] === undefined && value !== undefined) all[field.name] = fieldType(field.type).normalize(value as JsonValue, field.settings);
  }
  return all;
}

function writerOf(column: string): (value: JsonValue) => string {
  if (column === 'jsonb') return (value) => text(JSON.stringify(value));
  if (column === 'text[]') return (value) => text(`{${(value as readonly string[]).map((one) => `"${one.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
  return (value) => (typeof value === 'string' ? text(value) : String(value));
}

/** A value in COPY's text format. */
export function text(value: string): string {
  return /[\\\n\r\t]/.test(value) ? value.replace(/[\\\n\r\t]/g, (character) => ESCAPED[character] ?? character) : value;
}

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
