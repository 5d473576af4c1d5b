import { addressFixtures } from '../address/address.fixtures.js';
import { autoNumberFixtures } from '../auto-number/auto-number.fixtures.js';
import { booleanFixtures } from '../boolean/boolean.fixtures.js';
import { currencyFixtures } from '../currency/currency.fixtures.js';
import { dateTimeFixtures } from '../date-time/date-time.fixtures.js';
import { dateFixtures } from '../date/date.fixtures.js';
import { decimalFixtures } from '../decimal/decimal.fixtures.js';
import { durationFixtures } from '../duration/duration.fixtures.js';
import { emailFixtures } from '../email/email.fixtures.js';
import { encryptedTextFixtures } from '../encrypted-text/encrypted-text.fixtures.js';
import type { FieldTypeName } from '../field-type.js';
import { fileFixtures } from '../file/file.fixtures.js';
import { formulaFixtures } from '../formula/formula.fixtures.js';
import { geolocationFixtures } from '../geolocation/geolocation.fixtures.js';
import { imageFixtures } from '../image/image.fixtures.js';
import { integerFixtures } from '../integer/integer.fixtures.js';
import { jsonFixtures } from '../json/json.fixtures.js';
import { junctionFixtures } from '../junction/junction.fixtures.js';
import { longTextFixtures } from '../long-text/long-text.fixtures.js';
import { lookupFixtures } from '../lookup/lookup.fixtures.js';
import { masterDetailFixtures } from '../master-detail/master-detail.fixtures.js';
import { multiPicklistFixtures } from '../multi-picklist/multi-picklist.fixtures.js';
import { percentFixtures } from '../percent/percent.fixtures.js';
import { personNameFixtures } from '../person-name/person-name.fixtures.js';
import { phoneFixtures } from '../phone/phone.fixtures.js';
import { picklistFixtures } from '../picklist/picklist.fixtures.js';
import { polymorphicLookupFixtures } from '../polymorphic-lookup/polymorphic-lookup.fixtures.js';
import { recordIdFixtures } from '../record-id/record-id.fixtures.js';
import { richTextFixtures } from '../rich-text/rich-text.fixtures.js';
import { rollUpFixtures } from '../roll-up/roll-up.fixtures.js';
import { textFixtures } from '../text/text.fixtures.js';
import { timeFixtures } from '../time/time.fixtures.js';
import { urlFixtures } from '../url/url.fixtures.js';
import { userFixtures } from '../user/user.fixtures.js';
import type { FieldTypeFixtures } from './field-type-fixtures.js';

/** A kind without fixtures does not compile. */
export const fixtures: Readonly<Record<FieldTypeName, FieldTypeFixtures>> = {
  text: textFixtures,
  longText: longTextFixtures,
  integer: integerFixtures,
  decimal: decimalFixtures,
  currency: currencyFixtures,
  percent: percentFixtures,
  boolean: booleanFixtures,
  date: dateFixtures,
  dateTime: dateTimeFixtures,
  picklist: picklistFixtures,
  lookup: lookupFixtures,
  user: userFixtures,
  email: emailFixtures,
  phone: phoneFixtures,
  url: urlFixtures,
  autoNumber: autoNumberFixtures,
  formula: formulaFixtures,
  junction: junctionFixtures,
  masterDetail: masterDetailFixtures,
  multiPicklist: multiPicklistFixtures,
  polymorphicLookup: polymorphicLookupFixtures,
  rollUp: rollUpFixtures,
  time: timeFixtures,
  duration: durationFixtures,
  richText: richTextFixtures,
  address: addressFixtures,
  personName: personNameFixtures,
  geolocation: geolocationFixtures,
  json: jsonFixtures,
  encryptedText: encryptedTextFixtures,
  file: fileFixtures,
  image: imageFixtures,
  recordId: recordIdFixtures,
};
