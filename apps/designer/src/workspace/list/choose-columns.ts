import type { FieldTypeName } from '@guanxi/field-types';
import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';

const mostColumns = 8;

/** Columns of a list without a view: the name, then what the record page shows first. */
export function defaultColumns({ nameField, fields, layout }: ObjectDescription): readonly string[] {
  const shown = layout.sections.flatMap(({ cells }) => cells.map(({ field }) => field));
  const readable = (name: string) => fields.some((field) => field.name === name && columnWidths[field.type] < wideColumn);
  return [...new Set([nameField, ...shown.filter(readable)])].slice(0, mostColumns);
}

/** The fields of named columns, as far as this person has them, the name first. */
export function columnFields({ nameField, fields }: Pick<ObjectDescription, 'nameField' | 'fields'>, names: readonly string[]): readonly FieldDescription[] {
  const found = [...new Set([nameField, ...names])].flatMap((name) => fields.find((field) => field.name === name) ?? []);
  return found.length > 0 ? found : fields.slice(0, 1);
}

const wideColumn = 280;

/** Pixels that the values of a kind need. A kind without a width does not compile. */
export const columnWidths: Readonly<Record<FieldTypeName, number>> = {
  text: 146, longText: wideColumn, integer: 104, decimal: 116, currency: 128, percent: 104, boolean: 92, date: 142, dateTime: 196,
  picklist: 116, lookup: 190, user: 156, email: 200, phone: 140, url: 190, autoNumber: 124,
  time: 104, multiPicklist: 200, masterDetail: 190, polymorphicLookup: 190, junction: wideColumn, formula: 128, rollUp: 128,
  richText: wideColumn, duration: 104, address: 240, personName: 180, geolocation: 170, file: 190, image: 116, json: wideColumn, encryptedText: 146, recordId: 300,
};

export const nameColumnWidth = 250;
