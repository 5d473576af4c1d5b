import type { FieldTypeName } from '@guanxi/field-types';

/** What to say when a value is not of its kind at all. A kind without a word does not compile. */
export const expectedCodes: Readonly<Record<FieldTypeName, string>> = {
  text: 'expectedText',
  longText: 'expectedText',
  integer: 'expectedInteger',
  decimal: 'expectedDecimal',
  currency: 'expectedDecimal',
  percent: 'expectedDecimal',
  boolean: 'expectedBoolean',
  date: 'expectedDate',
  dateTime: 'expectedDateTime',
  picklist: 'expectedListed',
  lookup: 'expectedRecord',
  user: 'expectedRecord',
  email: 'expectedEmail',
  phone: 'expectedPhone',
  url: 'expectedUrl',
  autoNumber: 'expectedText',
  time: 'expectedTime',
  multiPicklist: 'expectedListed',
  masterDetail: 'expectedRecord',
  polymorphicLookup: 'expectedRecord',
  junction: 'expectedRecord',
  formula: 'expectedText',
  rollUp: 'expectedDecimal',
  recordId: 'expectedRecord',
};
