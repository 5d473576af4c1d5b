import { type RawBuilder, sql } from 'kysely';
import { addressText } from '../address/address-text.js';
import { booleanText } from '../boolean/boolean-text.js';
import { dateText } from '../date/date-text.js';
import { dateTimeText } from '../date-time/date-time-text.js';
import { durationText } from '../duration/duration-text.js';
import { placeText } from '../geolocation/place-text.js';
import { nameText } from '../person-name/name-text.js';
import { plainTextSql } from '../rich-text/plain-text.js';
import { timeText } from '../time/time-text.js';
import type { Cast, CastContext, FieldTypeName } from '../field-type.js';

type TextOf = (column: RawBuilder<unknown>, context: CastContext) => RawBuilder<unknown>;

const plain: TextOf = (column) => sql`${column}::text`;

/** Every kind that people would recognise when it is written out, and how it is. */
const writtenAs: Partial<Record<FieldTypeName, TextOf>> = {
  text: plain,
  longText: plain,
  integer: plain,
  decimal: plain,
  currency: plain,
  percent: plain,
  boolean: booleanText,
  date: dateText,
  dateTime: dateTimeText,
  time: timeText,
  duration: durationText,
  address: addressText,
  personName: nameText,
  geolocation: placeText,
  json: plain,
  richText: plainTextSql,
  multiPicklist: (column) => sql`array_to_string(${column}, '; ')`,
  picklist: plain,
  email: plain,
  phone: plain,
  url: plain,
  autoNumber: plain,
};

/** Casts to a kind of text that takes `limit` characters; `shape` brings the text into the kind's own form. */
export function castsToText(limit: (context: CastContext) => number, shape: (text: RawBuilder<unknown>) => RawBuilder<unknown>): Partial<Record<FieldTypeName, Cast>> {
  const cast = (textOf: TextOf): Cast => {
    const fits = (column: RawBuilder<unknown>, context: CastContext) =>
      sql<boolean>`coalesce(length(${shape(textOf(column, context))}), 0) <= ${sql.lit(limit(context))}`;
    return {
      fits,
      convert: (column, context) => sql`case when ${fits(column, context)} then ${shape(textOf(column, context))} end`,
    };
  };
  return Object.fromEntries(Object.entries(writtenAs).map(([name, textOf]) => [name, cast(textOf)]));
}
