import { fieldType } from '@guanxi/field-types';
import type { Translations } from '../document/documents.js';
import { columnName } from '../naming/index.js';
import { inverseKeyword, namesKeyword, present, textKeyword } from './keywords.js';
import type { ConversionModel, FieldModel } from './model.js';

/** Ids and titles of the objects that references may point to. */
export type TitleOf = (object: string) => { readonly id: string; readonly title: string; readonly titles?: Translations } | undefined;

/** A field with the fields that it brings along: one lookup per target of a polymorphic one, the converted amount of a foreign one. */
export function expandField(field: FieldModel, titleOf: TitleOf): readonly FieldModel[] {
  if (field.storage === 'members') return expandMembers(field, titleOf);
  const conversion = field.type === 'currency' ? conversionOf(field) : undefined;
  return conversion ? [field, convertedField(field, conversion)] : [field];
}

function expandMembers(field: FieldModel, titleOf: TitleOf): readonly FieldModel[] {
  const targets = namesKeyword(field.property, 'targets');
  const members = targets.map((target) => memberOf(field, target, titleOf(target)));
  return [{ ...field, members: members.map(({ name }) => name) }, ...members];
}

/** `regarding` with the target Customer: `regardingCustomer`, a lookup like any other that is written through `regarding`. */
function memberOf(field: FieldModel, target: string, titled: ReturnType<TitleOf>): FieldModel {
  const name = `${field.name}${target}`;
  const label = `${field.label} (${titled?.title ?? target})`;
  const inverse = inverseKeyword(field.property);
  const property = {
    title: label,
    type: 'string',
    format: 'uuid',
    guanxi: {
      // Stays when the target is renamed.
      id: `${field.id}.${titled?.id ?? target}`,
      type: 'lookup' as const,
      target,
      ...present({ inverse, onDelete: textKeyword(field.property, 'onDelete') }),
      titles: memberTitles(field, titled?.titles ?? {}),
    },
  };
  const settings = fieldType('lookup').readSettings(property);
  return {
    id: property.guanxi.id,
    name,
    label,
    type: 'lookup',
    settings,
    value: { type: 'lookup', settings },
    storage: 'column',
    column: columnName(name, true),
    required: false,
    unique: false,
    externalId: false,
    system: false,
    writable: false,
    target,
    ...present({ inverse: inverse?.name }),
    memberOf: field.name,
    rules: {},
    indexed: false,
    personal: field.personal,
    sensitive: field.sensitive,
    property,
  };
}

function memberTitles(field: FieldModel, titles: Translations): Translations {
  const own = (field.property.guanxi['titles'] ?? {}) as Translations;
  const locales = Object.keys(own).filter((locale) => titles[locale] !== undefined);
  return Object.fromEntries(locales.map((locale) => [locale, `${own[locale]} (${titles[locale]})`]));
}

function conversionOf({ name, property }: FieldModel): ConversionModel | undefined {
  const currency = textKeyword(property, 'currency');
  const codeFrom = textKeyword(property, 'codeFrom');
  if (currency === undefined && codeFrom === undefined) return undefined;
  return { field: name, ...present({ currency, codeFrom, rateOn: textKeyword(property, 'rateOn') }) };
}

/** Beside an amount in another currency, the same in the org's: read, filtered and ordered, never written. */
function convertedField(field: FieldModel, conversion: ConversionModel): FieldModel {
  const { currency: _, codeFrom: __, rateOn: ___, ...settings } = field.settings;
  const name = `${field.name}Converted`;
  const label = `${field.label} (converted)`;
  const id = `${field.id}.converted`;
  const titles = Object.entries((field.property.guanxi['titles'] ?? {}) as Translations).map(([locale, title]) => [locale, `${title}${convertedWord(locale)}`]);
  return {
    id,
    name,
    label,
    type: 'currency',
    settings,
    value: { type: 'currency', settings },
    storage: 'computed',
    column: '',
    required: false,
    unique: false,
    externalId: false,
    system: false,
    writable: false,
    conversion,
    rules: {},
    indexed: false,
    personal: field.personal,
    sensitive: field.sensitive,
    property: { title: label, type: 'string', format: 'decimal', guanxi: { id, type: 'currency', titles: Object.fromEntries(titles) } },
  };
}

function convertedWord(locale: string): string {
  if (!locale.startsWith('zh')) return ' (converted)';
  return /^zh-(TW|HK|MO|Hant)/.test(locale) ? '（換算）' : '（换算）';
}
