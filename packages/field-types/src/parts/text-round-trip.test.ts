import fc from 'fast-check';
import { fieldTypes } from '../registry.js';

const english = { locale: 'en', timeZone: 'UTC' };

/** Pieces as people write them, with everything in them that files and names use for something else. */
const piece = fc.oneof(
  fc.constantFrom('Ada', 'Lovelace', 'van', 'Dr.', 'Jr.', '王', '小明', '歐陽', '先生', 'O\'Neill', 'a;b', '"x"', '{x}', 'a, b', 'Straße 1', '-', '· ·'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

function comesBack(kind: 'address' | 'personName', keys: readonly string[]): void {
  const type = fieldTypes[kind];
  fc.assert(
    fc.property(fc.record(Object.fromEntries(keys.map((key) => [key, piece])), { requiredKeys: [] }), (given) => {
      const value = type.normalize(given as Readonly<Record<string, string>>, {});
      if (value === null) return;
      expect(type.parseText(type.formatText(value, {}), {}, english)).toEqual({ ok: true, value });
      expect(type.normalize(value, {})).toEqual(value);
    }),
    { numRuns: 3000 },
  );
}

it('any address comes back from a file as it was', () => comesBack('address', ['street', 'city', 'state', 'postalCode']));

it('any name of a person comes back from a file as it was', () => comesBack('personName', ['salutation', 'first', 'middle', 'last', 'suffix']));

it('any duration comes back from a file as it was', () => {
  const { parseText, formatText } = fieldTypes.duration;
  fc.assert(fc.property(fc.maxSafeInteger(), (seconds) => expect(parseText(formatText(seconds, {}), {}, english)).toEqual({ ok: true, value: seconds === 0 ? 0 : seconds })));
});
