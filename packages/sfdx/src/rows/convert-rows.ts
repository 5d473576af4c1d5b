import type { FieldTypeName } from '@guanxi/field-types';
import { camelCase, type ObjectDocument } from '@guanxi/metadata';
import type { Conversion } from '../conversion.js';
import type { ObjectNames } from '../names/name-book.js';
import type { Origin } from '../report.js';
import { convertValue } from './convert-value.js';
import type { ImportedRow } from './row-batch.js';

export interface RowSurroundings {
  readonly conversion: Conversion;
  /** The objects as they came to be: a field that was left has no place for values. */
  readonly documents: ReadonlyMap<string, ObjectDocument>;
  /** The API name of the object that a reference stands for. */
  readonly objectOf: ReadonlyMap<string, string>;
}

type Links = Record<string, { reference: string; within?: string }>;

/** One record of Salesforce, by the API names of its fields, as a row. What has no place is reported once per field. */
export function convertRow(given: Readonly<Record<string, unknown>>, object: ObjectNames, reference: string | undefined, origin: Origin, surroundings: RowSurroundings): ImportedRow {
  const { conversion, documents } = surroundings;
  const document = documents.get(object.name);
  const values: Record<string, unknown> = {};
  const links: Links = {};
  const leave = (api: string, note: string) => conversion.report.note({ ...origin, element: `values of ${api}` }, 'left', note);
  for (const [api, value] of Object.entries(given)) {
    if (api === 'attributes' || value === null || value === undefined || value === '') continue;
    if (Array.isArray(value) || (typeof value === 'object' && 'records' in value)) continue;
    const found = conversion.book.find(object, api);
    const [name = '', part] = found?.path.split('.') ?? [];
    const property = document?.properties[name];
    if (!found || !property) {
      if (!SYSTEM.has(api)) leave(api, 'There is no such field to take them.');
      continue;
    }
    const type = property.guanxi.type;
    if (type === 'formula' || type === 'rollUp' || type === 'autoNumber') continue;
    if (part !== undefined) {
      values[name] = { ...(values[name] as object | undefined), [part]: partValue(type, part, value) };
    } else if (typeof value === 'string' && value.startsWith('@') && found.field?.described.relationship !== undefined) {
      link(links, name, type, value.slice(1), surroundings);
    } else if (found.field?.described.relationship !== undefined) {
      leave(api, 'Ids of Salesforce lead nowhere here.');
    } else {
      const converted = convertValue(value, type);
      if (converted === undefined) leave(api, `"${String(value)}" is no value of this kind.`);
      else values[name] = converted;
    }
  }
  return { ...(reference === undefined ? {} : { reference }), values: complete(values, document), links };
}

const SYSTEM: ReadonlySet<string> = new Set(['Id', 'OwnerId', 'CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp']);

function link(links: Links, name: string, type: FieldTypeName, reference: string, { conversion, objectOf }: RowSurroundings): void {
  if (type !== 'polymorphicLookup') {
    links[`${name}Id`] = { reference };
    return;
  }
  const target = conversion.book.object(objectOf.get(reference) ?? '');
  if (target) links[name] = { reference, within: camelCase(target.name) };
}

function partValue(type: FieldTypeName, part: string, value: unknown): string {
  if (type === 'geolocation') return /^-?\d+(\.\d{1,15})?$/.test(String(value)) ? String(value) : Number(value).toFixed(10);
  return part === 'country' ? countryCode(String(value)) : String(value);
}

/** A place needs both of its numbers. */
function complete(values: Record<string, unknown>, document: ObjectDocument | undefined): Record<string, unknown> {
  for (const [name, value] of Object.entries(values)) {
    const place = value as { latitude?: string; longitude?: string } | null;
    if (document?.properties[name]?.guanxi.type === 'geolocation' && (place?.latitude === undefined || place.longitude === undefined)) Reflect.deleteProperty(values, name);
  }
  return values;
}

const COUNTRIES: Readonly<Record<string, string>> = {
  'united states': 'US', 'united states of america': 'US', usa: 'US', 'united kingdom': 'GB', uk: 'GB', germany: 'DE', france: 'FR', spain: 'ES', italy: 'IT', netherlands: 'NL', switzerland: 'CH', austria: 'AT', canada: 'CA', australia: 'AU', japan: 'JP', china: 'CN', taiwan: 'TW', india: 'IN', brazil: 'BR', mexico: 'MX', singapore: 'SG', 'hong kong': 'HK', 'south korea': 'KR', korea: 'KR', sweden: 'SE', norway: 'NO', denmark: 'DK', finland: 'FI', belgium: 'BE', ireland: 'IE', poland: 'PL', portugal: 'PT',
};

function countryCode(value: string): string {
  return /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : (COUNTRIES[value.toLowerCase()] ?? '');
}
