import { address } from './address/address.js';
import { autoNumber } from './auto-number/auto-number.js';
import { boolean } from './boolean/boolean.js';
import { currency } from './currency/currency.js';
import { dateTime } from './date-time/date-time.js';
import { date } from './date/date.js';
import { decimal } from './decimal/decimal.js';
import { duration } from './duration/duration.js';
import { email } from './email/email.js';
import { encryptedText } from './encrypted-text/encrypted-text.js';
import type { FieldType, FieldTypeName } from './field-type.js';
import { file } from './file/file.js';
import { formula } from './formula/formula.js';
import { geolocation } from './geolocation/geolocation.js';
import { image } from './image/image.js';
import { integer } from './integer/integer.js';
import { json } from './json/json.js';
import { junction } from './junction/junction.js';
import { longText } from './long-text/long-text.js';
import { lookup } from './lookup/lookup.js';
import { masterDetail } from './master-detail/master-detail.js';
import { multiPicklist } from './multi-picklist/multi-picklist.js';
import { percent } from './percent/percent.js';
import { personName } from './person-name/person-name.js';
import { phone } from './phone/phone.js';
import { picklist } from './picklist/picklist.js';
import { polymorphicLookup } from './polymorphic-lookup/polymorphic-lookup.js';
import { recordId } from './record-id/record-id.js';
import { richText } from './rich-text/rich-text.js';
import { rollUp } from './roll-up/roll-up.js';
import { text } from './text/text.js';
import { time } from './time/time.js';
import { url } from './url/url.js';
import { user } from './user/user.js';

/** Every kind of field, in the order they are offered. */
export const fieldTypes: Readonly<Record<FieldTypeName, FieldType>> = {
  text,
  longText,
  richText,
  integer,
  decimal,
  currency,
  percent,
  boolean,
  date,
  dateTime,
  time,
  duration,
  picklist,
  multiPicklist,
  lookup,
  masterDetail,
  polymorphicLookup,
  junction,
  user,
  email,
  phone,
  url,
  address,
  personName,
  geolocation,
  file,
  image,
  json,
  encryptedText,
  autoNumber,
  formula,
  rollUp,
  recordId,
};

export function fieldType(name: FieldTypeName): FieldType {
  return fieldTypes[name];
}

export function isFieldTypeName(name: string): name is FieldTypeName {
  return Object.hasOwn(fieldTypes, name);
}
