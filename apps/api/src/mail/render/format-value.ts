import { say, type FieldTypeName, type JsonValue, type Wording } from '@guanxi/field-types';
import type { FormulaType } from '@guanxi/formula';
import { translate, type FieldModel, type Translations } from '@guanxi/metadata';

export interface ReaderPlace {
  /** BCP 47. */
  readonly language: string;
  readonly timeZone: string;
  /** The org's, for amounts that name none. */
  readonly currency: string;
}

export interface FormattedValue {
  readonly value: JsonValue;
  readonly type: FormulaType;
  /** The field itself, where the token is nothing but its name. */
  readonly field?: FieldModel;
  /** The currency that the record names for the amount. */
  readonly currency?: string;
}

/** A value as people of the language write it. A blank is no text at all. */
export function formatValue(given: FormattedValue, place: ReaderPlace): string {
  const { value, type, field } = given;
  if (value === null) return '';
  const byField = field && ofField[field.value.type];
  return (byField ?? ofType[type])(given, place);
}

type Write = (given: FormattedValue, place: ReaderPlace) => string;

const ofField: Partial<Record<FieldTypeName, Write>> = {
  currency: ({ value, field, currency }, place) => {
    const own = field?.value.settings['currency'];
    return decimal(String(value), place, { style: 'currency', currency: currency ?? (typeof own === 'string' ? own : place.currency) });
  },
  percent: ({ value }, place) => `${decimal(String(value), place, { maximumFractionDigits: 10 })}%`,
  decimal: ({ value, field }, place) => decimal(String(value), place, { minimumFractionDigits: Number(field?.value.settings['scale'] ?? 0), maximumFractionDigits: 20 }),
};

const ofType: Readonly<Record<FormulaType, Write>> = {
  text: ({ value }) => String(value),
  reference: ({ value }) => String(value),
  number: ({ value }, place) => decimal(String(value), place, { maximumFractionDigits: 20 }),
  boolean: ({ value }, { language }) => say(value === true ? YES : NO, language),
  date: ({ value }, { language }) => moment(`${String(value)}T00:00:00Z`, language, { timeZone: 'UTC', dateStyle: 'long' }),
  datetime: ({ value }, { language, timeZone }) => moment(String(value), language, { timeZone, dateStyle: 'long', timeStyle: 'short' }),
  time: ({ value }, { language }) => moment(`1970-01-01T${String(value).replace(/\..*$/, '')}Z`, language, { timeZone: 'UTC', timeStyle: 'short' }),
  picklist: ({ value, field }, { language }) => labelOf(String(value), field, language),
  multipicklist: ({ value, field }, { language }) => new Intl.ListFormat(language).format((Array.isArray(value) ? value : [value]).map((one) => labelOf(String(one), field, language))),
  location: ({ value }) => {
    const { latitude, longitude } = value as { latitude?: JsonValue; longitude?: JsonValue };
    return `${String(latitude)}, ${String(longitude)}`;
  },
};

const YES: Wording = { en: 'Yes', 'zh-TW': '是', 'zh-CN': '是' };
const NO: Wording = { en: 'No', 'zh-TW': '否', 'zh-CN': '否' };

function labelOf(value: string, field: FieldModel | undefined, language: string): string {
  const values = (field?.value.settings['values'] ?? []) as readonly { readonly value: string; readonly label?: string; readonly labels?: Translations }[];
  const entry = values.find((one) => one.value === value);
  return entry ? translate(entry.label ?? value, entry.labels, language) : value;
}

/** Decimals stay text on the way, so that no digit is lost. */
function decimal(text: string, { language }: ReaderPlace, options: Intl.NumberFormatOptions): string {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? new Intl.NumberFormat(language, options).format(text as `${number}`) : text;
}

function moment(text: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : new Intl.DateTimeFormat(language, options).format(at);
}
