import type { Random } from './random.js';

/** A number that JSON can write and JavaScript cannot keep. It stands in a value as a text and is written without quotes. */
export const RAW = 'raw number ';

const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: [nested(depth - 1)] });

const texts: readonly (() => string)[] = [
  () => '', () => ' ', () => '\0', () => 'a\0b', () => '\ud800', () => 'x\udc00', () => '\u202eتجربة RTL\u202c', () => '臺北', () => '王小明', () => '👩‍👩‍👧‍👦', () => '\ufeff', () => '\u2028\u2029',
  () => 'a'.repeat(70_000), () => '💥'.repeat(60_000), () => 'x'.repeat(200_000),
  () => "'; drop table \"_user\"; --", () => '" or ""="', () => "' or '1'='1", () => '$1', () => '$$', () => '\\', () => "\\'; select pg_sleep(9); --", () => '%', () => '_%_', () => '(?=', () => '[[:alpha:]', () => '{{7*7}}', () => '${7*7}',
  () => '__proto__', () => 'constructor', () => 'toString', () => 'null', () => 'undefined', () => 'true', () => '[]', () => '{}', () => '1e400', () => '-0', () => 'NaN', () => 'Infinity', () => '0x10', () => '１２', () => '1,5', () => ' 12 ', () => '9'.repeat(131), () => `0.${'3'.repeat(200)}`, () => '1e5', () => '12345678901234567890.123456789',
  () => '2026-02-30', () => '0000-00-00', () => '0001-01-01', () => '9999-12-31', () => '99999-01-01', () => '-0001-01-01', () => '2026-13-01', () => '2026-01-01T25:00:00Z', () => '2026-01-01T00:00:00+99:99', () => '0001-01-01T00:00:00+14:00', () => '9999-12-31T23:59:59-14:00', () => 'now', () => 'infinity', () => '24:00:00', () => '23:59:60', () => '12:00', () => 'tomorrow',
  () => '00000000-0000-0000-0000-000000000000', () => '00000000-0000-7000-8000-00000000zzzz', () => '{00000000-0000-7000-8000-000000000001}', () => 'urn:uuid:00000000-0000-7000-8000-000000000001', () => 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', () => 'me',
  () => cursor([]), () => cursor({}), () => cursor(null), () => cursor(['id', 1]), () => cursor(['-amount -id', null, 'x']), () => cursor([['x']]), () => cursor(['id', '\0']), () => cursor('x'.repeat(5_000)), () => '====', () => 'WyI=', () => cursor([' -id', { a: 1 }]),
  () => 'https://user:pass@[::1]:99999/%zz', () => 'javascript:alert(1)', () => 'a@b', () => '+886', () => 'mail\r\nbcc: x@y.z', () => '<script>alert(1)</script>', () => '../../../etc/passwd', () => 'TWD', () => 'gold', () => 'price', () => 'ada@example.com',
];

const numbers: readonly unknown[] = [
  0, 1, -1, 2, 50, 1000, 1001, 2_147_483_647, 2_147_483_648, -2_147_483_649, Number.MAX_SAFE_INTEGER, 1e21, 1e308, 5e-324, 0.1, 1.5, -0.5,
  `${RAW}1e400`, `${RAW}-1e400`, `${RAW}-0`, `${RAW}12345678901234567890`, `${RAW}0.1000000000000000055511151231257827`, `${RAW}1E-400`,
];

const others: readonly (() => unknown)[] = [
  () => null, () => true, () => false, () => [], () => ({}), () => [[]], () => [null], () => ({ __proto__: 1 }), () => JSON.parse('{"__proto__":{"admin":true}}') as unknown, () => ({ constructor: { prototype: { x: 1 } } }),
  () => nested(20), () => nested(300), () => Array.from({ length: 2_000 }, (_, index) => index), () => Array.from({ length: 12_000 }, () => 'x'), () => ({ eq: 1 }), () => ({ '': 1 }), () => ({ '\0': 1 }), () => ({ 'a"b': 1 }), () => ({ '\ud800': 1 }),
];

export function hostileText(random: Random): string {
  return random.pick(texts)();
}

export function hostileNumber(random: Random): unknown {
  return random.pick(numbers);
}

export function hostileValue(random: Random): unknown {
  if (random.chance(0.6)) return hostileText(random);
  return random.chance(0.5) ? hostileNumber(random) : random.pick(others)();
}

/** JSON with the numbers that only text can say. */
export function writeHostile(value: unknown): string {
  return JSON.stringify(value).replaceAll(/"raw number ([^"]*)"/g, '$1');
}
