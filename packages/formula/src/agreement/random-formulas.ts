import fc, { type Arbitrary } from 'fast-check';
import type { FormulaType } from '../formula.js';
import { patterns } from './random-patterns.js';
import { numbers, texts } from './random-records.js';

/** Formulas of each type that pass the checker, made from these. */
export type Kinds = Readonly<Record<FormulaType | 'any', Arbitrary<string>>>;

/** A way to write a formula with one function or one meaning of an operator at its top, and the type it has. */
type Production = readonly [type: FormulaType, formula: Arbitrary<string>];

const call = (name: string, ...kinds: Arbitrary<string>[]): Arbitrary<string> => fc.tuple(...kinds).map((list) => `${name}(${list.join(', ')})`);
const infix = (sign: string, left: Arbitrary<string>, right: Arbitrary<string>): Arbitrary<string> => fc.tuple(left, right).map(([one, other]) => `(${one} ${sign} ${other})`);
const whole = (min: number, max: number): Arbitrary<string> => fc.integer({ min, max }).map(String);
const quote = (text: string): string => `"${text.replace(/[\\"]/g, (character) => `\\${character}`).replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
const written = texts.map(quote);
const fields: Readonly<Record<FormulaType, readonly string[]>> = {
  text: ['name', 'note'], number: ['amount', 'price', 'pieces'], boolean: ['active'], date: ['signed', 'due'], time: ['opens', 'closes'], datetime: ['seen', 'sent'],
  picklist: ['stage'], multipicklist: ['skills', 'tags'], reference: ['owner'], location: ['site', 'home'],
};
const types = Object.keys(fields) as readonly FormulaType[];
const unit = fc.constantFrom('"km"', '"mi"');

/** By name: what stands in a function's registry and not here makes the test fail. */
export function functionFormulas(kinds: Kinds): Readonly<Record<string, readonly Production[]>> {
  const { text, number, boolean, date, time, datetime, multipicklist, location } = kinds;
  const count = fc.oneof(whole(-2, 9), number);
  const textual = fc.oneof(text, fc.constantFrom('stage', 'owner'));
  const ofEvery = (make: (kind: Arbitrary<string>, type: FormulaType) => Arbitrary<string>, of: readonly FormulaType[] = types): Production[] => of.map((type) => [type, make(kinds[type], type)]);
  const ask = (name: string, of: readonly FormulaType[]): Production[] => of.map((type) => ['boolean', call(name, kinds[type])]);
  const blankable = types.filter((type) => type !== 'boolean');
  const numeric = (name: string): Production[] => [['number', call(name, number)]];
  const parts = (names: string, kind: Arbitrary<string>): Record<string, Production[]> => Object.fromEntries(names.split(' ').map((name) => [name, [['number', call(name, kind)]]]));
  const angle = fc.oneof(number, whole(-7, 7), fc.constantFrom('PI()', 'PI() / 2', '-PI()', '0.5', '1000000'));
  const sine = fc.oneof(number, fc.constantFrom('1', '-1', '0.5', '-0.25', '0', '1.000000000000000001', '0.999999999999999999'));
  return {
    IF: [...ofEvery((kind) => call('IF', boolean, kind, kind)), ...ofEvery((kind) => call('IF', boolean, kind, fc.constant('NULL')), blankable)],
    IFS: [...ofEvery((kind) => call('IFS', boolean, kind)), ...ofEvery((kind) => call('IFS', boolean, kind, boolean, kind))],
    CASE: [
      ...ofEvery((kind) => call('CASE', fc.constant('stage'), fc.constant('"won"'), kind, fc.constant('NULL'), kind, kind)),
      ...ofEvery((kind) => call('CASE', number, number, kind, number, kind, kind)),
      ...ofEvery((kind) => call('CASE', date, date, kind, fc.constant('NULL'), kind, kind)),
      ...ofEvery((kind) => call('CASE', time, time, kind, kind)), ...ofEvery((kind) => call('CASE', text, text, kind, kind)), ...ofEvery((kind) => call('CASE', boolean, boolean, kind, kind)),
    ],
    AND: [['boolean', call('AND', boolean, boolean, boolean)]],
    OR: [['boolean', call('OR', boolean, boolean)]],
    NOT: [['boolean', call('NOT', boolean)]],
    ISBLANK: ask('ISBLANK', blankable),
    ISNULL: ask('ISNULL', blankable),
    ISNUMBER: [['boolean', call('ISNUMBER', text)]],
    BLANKVALUE: ofEvery((kind) => call('BLANKVALUE', kind, kind), blankable),
    NULLVALUE: ofEvery((kind) => call('NULLVALUE', kind, kind), blankable),
    ISNEW: [['boolean', fc.constant('ISNEW()')]],
    ISCHANGED: types.map((type) => ['boolean', call('ISCHANGED', fc.constantFrom(...fields[type]))]),
    PRIORVALUE: types.map((type) => [type, call('PRIORVALUE', fc.constantFrom(...fields[type]))]),
    ISPICKVAL: [['boolean', call('ISPICKVAL', kinds.picklist, written)]],
    INCLUDES: [['boolean', call('INCLUDES', multipicklist, fc.oneof(fc.constantFrom('"a"', '"關係"', '"𠮷"'), text))]],
    PICKLISTCOUNT: [['number', call('PICKLISTCOUNT', multipicklist)]],
    TEXT: [number, date, time, datetime, kinds.picklist].map((kind) => ['text', call('TEXT', kind)]),
    VALUE: [['number', call('VALUE', text)]],
    LEN: [['number', call('LEN', text)]],
    LEFT: [['text', call('LEFT', text, count)]],
    RIGHT: [['text', call('RIGHT', text, count)]],
    MID: [['text', call('MID', text, count, count)]],
    UPPER: [['text', call('UPPER', text)]],
    LOWER: [['text', call('LOWER', text)]],
    INITCAP: [['text', call('INITCAP', text)]],
    TRIM: [['text', call('TRIM', text)]],
    CONTAINS: [['boolean', call('CONTAINS', textual, text)]],
    BEGINS: [['boolean', call('BEGINS', textual, text)]],
    FIND: [['number', call('FIND', text, text)], ['number', call('FIND', text, text, count)]],
    SUBSTITUTE: [['text', call('SUBSTITUTE', text, text, text)]],
    LPAD: [['text', call('LPAD', text, whole(-1, 12))], ['text', call('LPAD', text, fc.constant('pieces'), text)]],
    RPAD: [['text', call('RPAD', text, count, text)]],
    REVERSE: [['text', call('REVERSE', text)]],
    REGEX: [['boolean', call('REGEX', text, patterns.map(quote))]],
    ASCII: [['number', call('ASCII', text)]],
    CHR: [['text', call('CHR', fc.oneof(number, whole(-1, 300), whole(0xd7f0, 0xe010), whole(0x10fff0, 0x110010)))]],
    BR: [['text', fc.constant('BR()')]],
    HYPERLINK: [['text', call('HYPERLINK', text, textual)], ['text', call('HYPERLINK', text, text, text)]],
    IMAGE: [['text', call('IMAGE', text, textual)], ['text', call('IMAGE', text, text, number)], ['text', call('IMAGE', text, text, count, count)]],
    CASESAFEID: [['text', call('CASESAFEID', fc.oneof(text, fc.constant('owner')))]],
    ROUND: [['number', call('ROUND', number, count)]],
    TRUNC: [['number', call('TRUNC', number)], ['number', call('TRUNC', number, count)]],
    ...Object.fromEntries('ABS FLOOR CEILING MFLOOR MCEILING SQRT EXP LN LOG'.split(' ').map((name) => [name, numeric(name)])),
    MIN: ofEvery((kind) => call('MIN', kind, kind, kind), ['number', 'date', 'time', 'datetime']),
    MAX: ofEvery((kind) => call('MAX', kind, kind), ['number', 'date', 'time', 'datetime']),
    MOD: [['number', call('MOD', number, number)]],
    PI: [['number', fc.constant('PI()')]],
    ...parts('SIN COS TAN ATAN', angle), ...parts('ASIN ACOS', sine),
    ATAN2: [['number', call('ATAN2', angle, angle)]],
    GEOLOCATION: [['location', call('GEOLOCATION', fc.oneof(number, whole(-90, 90)), fc.oneof(number, whole(-180, 180)))]],
    DISTANCE: [['number', call('DISTANCE', location, location, unit)]],
    TODAY: [['date', fc.constant('TODAY()')]],
    NOW: [['datetime', fc.constant('NOW()')]],
    TIMENOW: [['time', fc.constant('TIMENOW()')]],
    DATE: [['date', call('DATE', fc.oneof(whole(1890, 2110), number), fc.oneof(whole(0, 13), number), fc.oneof(whole(0, 32), number))]],
    DATEVALUE: [text, datetime, date].map((kind) => ['date', call('DATEVALUE', kind)]),
    DATETIMEVALUE: [text, datetime, fc.constantFrom('due', 'DATE(2024, 3, 10)', 'DATE(2024, 11, 3)')].map((kind) => ['datetime', call('DATETIMEVALUE', kind)]),
    TIMEVALUE: [text, datetime, time].map((kind) => ['time', call('TIMEVALUE', kind)]),
    ...parts('YEAR MONTH DAY WEEKDAY DAYOFYEAR ISOWEEK ISOYEAR', date), ...parts('HOUR MINUTE SECOND MILLISECOND', time),
    ADDMONTHS: [['date', call('ADDMONTHS', date, fc.oneof(whole(-30, 30), number))]],
    UNIXTIMESTAMP: [date, time, datetime].map((kind) => ['number', call('UNIXTIMESTAMP', kind)]),
    FROMUNIXTIME: [['datetime', call('FROMUNIXTIME', fc.oneof(number, whole(-2_000_000_000, 2_000_000_000)))]],
    FORMATDURATION: [['text', call('FORMATDURATION', number)], ['text', call('FORMATDURATION', number, boolean)], ['text', call('FORMATDURATION', datetime, datetime)], ['text', call('FORMATDURATION', time, time)]],
  };
}

/** By the key of the meaning, as "+ date number". */
export function operatorFormulas(kinds: Kinds): Readonly<Record<string, readonly Production[]>> {
  const { text, number, boolean, date, time, datetime, picklist, reference } = kinds;
  const comparable = { number, date, time, datetime, text };
  const comparisons = ['=', '<>', '<', '<=', '>', '>='].flatMap((sign) => Object.entries(comparable).map(([type, kind]) => [`${sign} ${type} ${type}`, [['boolean', infix(sign, kind, kind)]]]));
  const textual = fc.oneof(text, picklist, reference);
  const blankTests = ['text', 'number', 'date', 'time', 'datetime', 'multipicklist', 'location'] as const;
  const exponent = fc.oneof(whole(-5, 12), fc.constantFrom('0.5', '1.5', '-0.25', 'amount', '2', '3', '4', '-1'));
  const days = fc.oneof(number, whole(-800, 800));
  const moves = Object.entries({ date, time, datetime }).flatMap(([type, kind]) => [
    [`+ ${type} number`, [[type, infix('+', kind, days)]]], [`+ number ${type}`, [[type, infix('+', days, kind)]]],
    [`- ${type} number`, [[type, infix('-', kind, days)]]], [`- ${type} ${type}`, [['number', infix('-', kind, kind)]]],
  ]);
  return {
    ...Object.fromEntries(['+', '-', '*', '/'].map((sign) => [`${sign} number number`, [['number', infix(sign, number, number)]]])),
    '^ number number': [['number', infix('^', number, exponent)]],
    'negate number': [['number', number.map((operand) => `-${operand}`)]],
    ...Object.fromEntries(moves),
    '& text text': [['text', infix('&', textual, textual)]],
    '+ text text': [['text', infix('+', text, text)]],
    ...Object.fromEntries(comparisons),
    '= boolean boolean': [['boolean', infix('==', boolean, boolean)]],
    '<> boolean boolean': [['boolean', infix('!=', boolean, boolean)]],
    '= text text': [['boolean', infix('=', textual, textual)]],
    ...Object.fromEntries(blankTests.map((type) => [`is blank ${type}`, [['boolean', infix('=', kinds[type], fc.constant('NULL'))]]])),
    ...Object.fromEntries(blankTests.map((type) => [`is not blank ${type}`, [['boolean', infix('<>', fc.constant('NULL'), kinds[type])]]])),
    '&& boolean boolean': [['boolean', infix('&&', boolean, boolean)]],
    '|| boolean boolean': [['boolean', infix('||', boolean, boolean)]],
    '! boolean': [['boolean', boolean.map((operand) => `!${operand}`)]],
  } as Readonly<Record<string, readonly Production[]>>;
}

const leaves: Readonly<Record<FormulaType, Arbitrary<string>>> = {
  text: fc.oneof(fc.constantFrom(...fields.text, 'owner', 'TEXT(stage)'), written), number: fc.oneof(fc.constantFrom(...fields.number), numbers),
  boolean: fc.constantFrom(...fields.boolean, 'TRUE', 'FALSE'), date: fc.constantFrom(...fields.date, 'TODAY()'), time: fc.constantFrom(...fields.time, 'TIMEVALUE("23:59:59.999999")'),
  datetime: fc.constantFrom(...fields.datetime, 'NOW()'), picklist: fc.constantFrom(...fields.picklist), multipicklist: fc.constantFrom(...fields.multipicklist),
  reference: fc.constantFrom(...fields.reference), location: fc.constantFrom(...fields.location, 'GEOLOCATION(25.0330, 121.5654)'),
};

/** Formulas over everything the language has, a few levels deep. */
export const kinds: Kinds = fc.letrec<Record<FormulaType | 'any', string>>((tie) => {
  const tied = Object.fromEntries([...types, 'any'].map((type) => [type, tie(type as FormulaType)])) as Kinds;
  const productions = [...Object.values(functionFormulas(tied)), ...Object.values(operatorFormulas(tied))];
  const of = (type: FormulaType): Arbitrary<string> => fc.oneof(
    { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
    { arbitrary: leaves[type], weight: 14 },
    // Each function once, however many forms it has.
    ...productions.map((forms) => forms.filter(([own]) => own === type).map(([, formula]) => formula)).filter((forms) => forms.length > 0).map((forms) => ({ arbitrary: fc.oneof(...forms), weight: 1 })),
  );
  return { ...(Object.fromEntries(types.map((type) => [type, of(type)])) as Record<FormulaType, Arbitrary<string>>), any: fc.oneof(...types.map((type) => tie(type) as Arbitrary<string>)) };
});
