import fc from 'fast-check';
import { CopyLines } from './copy-lines.js';

describe('lines on their way to PostgreSQL', () => {
  it('are the bytes of their texts, however long and in whatever script, part after part', () => {
    const lines = new CopyLines();
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '王', '𠮷', '\t', '\n'), maxLength: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.constantFrom(1, 3, 20_000)), { maxLength: 8 }), (some) => {
        lines.clear();
        const texts = some.map(([one, times]) => one.repeat(times));
        for (const one of texts) lines.add(one);
        expect(lines.length).toBe(Buffer.byteLength(texts.join('')));
        expect(lines.bytes.equals(Buffer.from(texts.join('')))).toBe(true);
      }),
    );
  });

  it('give back what only an unusually long one needed', () => {
    const lines = new CopyLines();
    lines.add('王'.repeat(8 * 1024 ** 2));
    expect(lines.bytes.buffer.byteLength).toBeGreaterThan(16 * 1024 ** 2);
    lines.clear();
    lines.add('王');
    expect(lines.bytes.buffer.byteLength).toBeLessThan(2 * 1024 ** 2);
  });
});
