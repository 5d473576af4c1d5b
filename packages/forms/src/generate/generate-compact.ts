import type { LayoutField, LayoutSource } from './generate-layout.js';

const MOST = 4;

/** What heads a page where nobody has said it: the first fields, required ones before others, that are quick to read. */
export function generateCompact(object: Pick<LayoutSource, 'nameField' | 'fields'>): readonly string[] {
  const own = object.fields.filter((field) => !field.system && field.name !== object.nameField && isQuick(field));
  const rank = ({ required, type }: LayoutField): number => (type === 'autoNumber' ? 0 : required ? 1 : 2);
  return own.toSorted((left, right) => rank(left) - rank(right)).slice(0, MOST).map(({ name }) => name);
}

const slow: readonly string[] = ['longText', 'richText', 'json', 'image', 'file', 'encryptedText', 'junction', 'polymorphicLookup', 'address', 'geolocation'];

/** Can be read in one glance, and is no double of another field. */
export function isQuick({ type, convertedFrom, conversion, memberOf }: LayoutField): boolean {
  return !slow.includes(type) && convertedFrom === undefined && conversion === undefined && memberOf === undefined;
}
