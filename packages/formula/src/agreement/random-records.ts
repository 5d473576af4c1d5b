import fc, { type Arbitrary } from 'fast-check';
import type { FormulaType } from '../formula.js';

/** The fields that random formulas read; the test's table has a column for each. */
export const fieldTypes: Readonly<Record<string, FormulaType>> = {
  name: 'text', note: 'text', amount: 'number', price: 'number', pieces: 'number', active: 'boolean', signed: 'date', due: 'date',
  seen: 'datetime', sent: 'datetime', stage: 'picklist', owner: 'reference', opens: 'time', closes: 'time',
  skills: 'multipicklist', tags: 'multipicklist', site: 'location', home: 'location',
};

const letters = ['a', 'b', 'B', 'z', '1', '2', ' ', '\t', '\u3000', '关', '係', '系', '𠮷', '豈', 'é', 'É', 'ß', 'Σ',
  'σ', 'ς', 'İ', 'ﬀ', '😀', '-', '.', '%', '_', '\\', "'", '"', '\n'];
const tellingTexts = ['', ' ', '12.5', ' -3 ', '+.5', '5.', '1e5', '１２', '-', '0', '-0', '2024-02-29', '2023-02-29',
  ' 2024-12-31', '0000-01-01', '2024-02-29 23:59:59', '2024-03-10T02:30Z', '2024-03-10 24:00:00', '2024-13-01 00:00',
  'new', '王小明', '08:30', ' 23:59:59.9 ', '24:00', '08:30:15.250', '7:00', 'https://example.com/a (b)', '[x]', 'javascript:0', 'o\'neil McDONALD-smith'];
export const texts = fc.oneof(fc.constantFrom(...tellingTexts), fc.string({ unit: fc.constantFrom(...letters), maxLength: 6 }));

const tellingNumbers = ['0', '1', '-1', '0.5', '-0.5', '2', '3', '7', '10', '12.50', '100', '-1250', '0.000000000000000001',
  '999999999999.999999', '123456789012.123456789012345678', '0.999999999999999999', '1.570796326794896619', '65', '55296', '20320', '366', '2024', '1000000000000000000000000000'];
const decimals = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(6, '0')}`);
export const numbers = fc.oneof(fc.constantFrom(...tellingNumbers), decimals, fc.integer({ min: -40, max: 40 }).map(String));

const tellingDates = ['2024-02-29', '2023-02-28', '2024-12-31', '2025-01-01', '2024-03-31', '1970-01-01', '1969-12-31',
  '2000-02-29', '1900-02-28', '0001-01-01', '9999-12-31'];
const plainDates = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const dates = fc.oneof(fc.constantFrom(...tellingDates), plainDates);

const tellingInstants = ['2024-03-10T06:59:59.999Z', '2024-03-10T07:00:00.000Z', '2024-11-03T05:30:00.000Z', '2024-12-31T16:00:00.000Z',
  '1969-12-31T23:59:59.999999Z', '2024-02-29T12:00:00.123456Z'];
const instants = fc.oneof(
  fc.constantFrom(...tellingInstants),
  fc.date({ min: new Date('1971-01-01'), max: new Date('2037-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
);

const times = fc.oneof(
  fc.constantFrom('00:00:00', '23:59:59', '12:00:00', '08:30:15.25', '23:59:59.999999', '00:00:00.001'),
  fc.integer({ min: 0, max: 86_399 }).map((seconds) => new Date(seconds * 1000).toISOString().slice(11, 19)),
);
const choices = fc.uniqueArray(fc.constantFrom('a', 'b', '關係', '𠮷', 'x y', "it's", '"', ','), { maxLength: 4 });
const degrees = (limit: number): Arbitrary<string> => fc.oneof(
  fc.constantFrom('0', String(limit), String(-limit)),
  fc.integer({ min: -limit * 1_000_000, max: limit * 1_000_000 }).map((millionths) => (millionths / 1_000_000).toFixed(6)),
);
const locations = fc.oneof(
  fc.record({ latitude: degrees(90), longitude: degrees(180) }),
  fc.constantFrom({ latitude: '25.0330', longitude: '121.5654' }, { latitude: '-25.0330', longitude: '-58.4346' }),
);

const owners = fc.constantFrom('0190a1b2-0000-7000-8000-000000000001', '0190a1b2-0000-7000-8000-000000000002');
const blankable = <Value>(values: Arbitrary<Value>): Arbitrary<Value | null> => fc.option(values, { freq: 4 });

/** One record: a value for each field of `fieldTypes`. */
export const records = fc.record({
  name: blankable(texts),
  note: blankable(texts),
  amount: blankable(numbers),
  price: blankable(fc.integer({ min: -999_999, max: 999_999 }).map((cents) => (cents / 100).toFixed(2))),
  pieces: blankable(fc.integer({ min: -50, max: 5000 })),
  active: blankable(fc.boolean()),
  signed: blankable(dates),
  due: blankable(plainDates),
  seen: blankable(instants),
  sent: blankable(instants),
  stage: blankable(fc.constantFrom('new', 'won', 'lost', '')),
  owner: blankable(owners),
  opens: blankable(times),
  closes: blankable(times),
  skills: blankable(choices),
  tags: blankable(choices),
  site: blankable(locations),
  home: blankable(locations),
});
