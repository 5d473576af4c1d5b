import type { LayoutDocument } from '@guanxi/metadata';
import { isQuick } from './generate-compact.js';
import type { LayoutField, LayoutSource } from './generate-layout.js';

const MOST_COLUMNS = 5;

/** One list per to-many side: the name of the related record and its first short fields, without the way back. */
export function generateRelatedLists(
  object: LayoutSource,
  findObject: (name: string) => LayoutSource | undefined,
): NonNullable<LayoutDocument['relatedLists']> {
  return object.relations.map(({ name, object: related, field }) => {
    const target = findObject(related);
    return { relation: name, columns: target === undefined ? [] : columnsOf(target, field) };
  });
}

function columnsOf({ nameField, fields }: LayoutSource, wayBack: string): string[] {
  const shown = fields.filter((field) => field.name !== nameField && field.name !== wayBack && isColumn(field));
  return [nameField, ...shown.map(({ name }) => name)].slice(0, MOST_COLUMNS);
}

function isColumn(field: LayoutField): boolean {
  return !field.system && isQuick(field);
}
