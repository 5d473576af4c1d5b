import { autoNumber } from './auto-number/auto-number.js';
import { boolean } from './boolean/boolean.js';
import { currency } from './currency/currency.js';
import { date } from './date/date.js';
import { dateTime } from './date-time/date-time.js';
import { decimal } from './decimal/decimal.js';
import { email } from './email/email.js';
import type { FieldType, FieldTypeName } from './field-type.js';
import { integer } from './integer/integer.js';
import { longText } from './long-text/long-text.js';
import { lookup } from './lookup/lookup.js';
import { percent } from './percent/percent.js';
import { phone } from './phone/phone.js';
import { picklist } from './picklist/picklist.js';
import { recordId } from './record-id/record-id.js';
import { text } from './text/text.js';
import { url } from './url/url.js';
import { user } from './user/user.js';

/** Every kind of field, in the order they are offered. */
export const fieldTypes: Readonly<Record<FieldTypeName, FieldType>> = {
  text,
  longText,
  integer,
  decimal,
  currency,
  percent,
  boolean,
  date,
  dateTime,
  picklist,
  lookup,
  user,
  email,
  phone,
  url,
  autoNumber,
  recordId,
};

export function fieldType(name: FieldTypeName): FieldType {
  return fieldTypes[name];
}

export function isFieldTypeName(name: string): name is FieldTypeName {
  return Object.hasOwn(fieldTypes, name);
}
