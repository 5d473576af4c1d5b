import type { FieldTypeName } from '@guanxi/field-types';

/** A value as Salesforce writes it, as the API takes it for a field of this kind; undefined where it cannot be understood. */
export function convertValue(value: unknown, type: FieldTypeName): unknown {
  if (value === null || value === undefined || value === '') return null;
  return (CONVERT[type] ?? ((given: unknown) => String(given)))(value);
}

const decimal = (value: unknown): unknown => {
  const text = String(value).trim();
  if (/^-?\d+(\.\d+)?$/.test(text)) return text;
  const number = Number(text);
  return Number.isFinite(number) ? number.toFixed(10).replace(/\.?0+$/, '') : undefined;
};

const CONVERT: Partial<Record<FieldTypeName, (value: unknown) => unknown>> = {
  integer: (value) => (Number.isSafeInteger(Math.round(Number(value))) ? Math.round(Number(value)) : undefined),
  decimal,
  currency: decimal,
  percent: decimal,
  boolean: (value) => value === true || String(value).toLowerCase() === 'true',
  date: (value) => /^\d{4}-\d{2}-\d{2}/.exec(String(value))?.[0],
  dateTime: (value) => {
    const moment = new Date(String(value).replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
  },
  time: (value) => /^\d{2}:\d{2}:\d{2}/.exec(String(value))?.[0],
  multiPicklist: (value) => String(value).split(';').map((one) => one.trim()).filter((one) => one !== ''),
};
