import { fieldType } from '@guanxi/field-types';
import type { ObjectModel } from '@guanxi/metadata';
import type { PreparedRow, WritePlace } from './write-place.js';

/** Rows with the values of encrypted fields as the database keeps them: it never sees another form. */
export function encryptValues(rows: readonly PreparedRow[], object: ObjectModel, { cipher }: WritePlace): readonly PreparedRow[] {
  const secret = object.fields.filter(({ type }) => fieldType(type).encrypted).map(({ name }) => name);
  if (secret.length === 0) return rows;
  return rows.map((row) => {
    const values = secret.filter((name) => typeof row[name] === 'string');
    if (values.length === 0) return row;
    if (!cipher) throw new Error(`${object.name} has encrypted fields, but there is nothing to encrypt them with.`);
    return { ...row, ...Object.fromEntries(values.map((name) => [name, cipher.encrypt(String(row[name]))])) };
  });
}
