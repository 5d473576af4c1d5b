import { fieldType } from '@guanxi/field-types';
import { fieldLabel, type FieldModel, type ObjectModel } from '@guanxi/metadata';
import { stringify } from 'csv-stringify/sync';
import type { Actor } from '../../access/actor.js';
import { guardFormula } from '../formats/csv/guard-formula.js';
import { textEncoder } from '../formats/text/encode-text.js';

/** A file with the fields of an object that this person may fill as its headings, and a row that shows how they are written. */
export function makeSampleFile(object: ObjectModel, { access, locale }: Actor): Buffer {
  const editable = access.objects.get(object.name)?.editableFields;
  const fields = object.fields.filter((field) => field.writable && editable?.has(field.name) && field.storage === 'column' && field.memberOf === undefined && fieldType(field.type).generated === undefined);
  const { encode, mark } = textEncoder('utf-8');
  return Buffer.concat([mark, encode(stringify([fields.map((field) => guardFormula(fieldLabel(field, locale))), fields.map((field) => (field.type === 'phone' ? sampleOf(field) : guardFormula(sampleOf(field))))]))]);
}

/** What `parseText` takes, as far as it can be told without knowing records. */
function sampleOf(field: FieldModel): string {
  const { settings, default: usual } = field;
  if (usual !== undefined && usual !== null) return fieldType(field.type).formatText(usual, settings);
  const values = settings['values'] as readonly { readonly value: string }[] | undefined;
  if (Array.isArray(values)) return values[0]?.value ?? '';
  return BY_KIND[field.type] ?? BY_COLUMN[fieldType(field.value.type).column(field.value.settings).name] ?? '';
}

const BY_COLUMN: Readonly<Record<string, string>> = { bigint: '12', numeric: '1234.50', boolean: 'true', date: '2026-03-14', time: '14:30', timestamptz: '2026-03-14T14:30:00Z', text: 'Text' };
const BY_KIND: Readonly<Record<string, string>> = { email: 'ada@example.com', phone: '+886 2 2345 6789', url: 'https://example.com', user: '', lookup: '', masterDetail: '', json: '{}', address: '12 St James; London; ; SW1; GB', personName: 'Ada Lovelace', geolocation: '25.03, 121.56', duration: '1:30', encryptedText: 'A123456789', file: '', image: '' };
