import fc, { type Arbitrary } from 'fast-check';

/** Patterns from pieces of the language both sides know. */
export const patterns: Arbitrary<string> = fc.letrec<Record<'pattern', string>>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom('a', '.', '\\d', '\\w', '\\s', '\\D', '\\W', '[a-z]', '[^a-z]', '[关係-]', '[\\]\\-\\d]', '\\.', '\\\\', '%', '😀', '𠮷', '-', "'"),
    fc.tuple(tie('pattern'), tie('pattern')).map((parts) => parts.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(${one}|${other})`),
    fc.tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,}', '{0,3}', '*?')).map(([part, times]) => `(?:${part})${times}`),
  ),
})).pattern;
