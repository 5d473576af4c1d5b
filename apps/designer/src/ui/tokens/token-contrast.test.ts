import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contrastRatio, type Oklch } from './contrast.js';

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8');
const tokens = readTokens(css);
const grounds = ['bg', 'surface', 'raised', 'hover', 'selected'];
const statuses = ['success', 'warning', 'info', 'violet', 'danger'];
const hues = [268, 245, 220, 195, 165, 140, 110, 80, 55, 25, 350, 310];

describe.each(['light', 'dark'] as const)('the colour tokens of the %s theme', (theme) => {
  const colour = (name: string): Oklch => {
    const token = tokens.get(name);
    if (!token) throw new Error(`tokens.css has no colour --${name}`);
    return token[theme];
  };

  it.each(grounds.flatMap((ground) => ['text-1', 'text-2', 'text-3'].map((text) => [text, ground] as const)))(
    'let %s be read on %s (4.5:1)',
    (text, ground) => expect(contrastRatio(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5),
  );

  it.each(statuses)('let %s text be read on its tint and on the surface (4.5:1)', (status) => {
    for (const ground of [`${status}-tint`, 'surface']) {
      expect(contrastRatio(colour(`${status}-text`), colour(ground))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each([['on-accent', 'accent'], ['on-accent', 'accent-hover'], ['on-danger', 'danger'], ['on-danger', 'danger-hover']])(
    'let %s be read on %s (4.5:1)',
    (text, ground) => expect(contrastRatio(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5),
  );

  it.each(grounds)('show control borders and focus rings on %s (3:1)', (ground) => {
    expect(contrastRatio(colour('control-border'), colour(ground))).toBeGreaterThanOrEqual(3);
    expect(contrastRatio(colour('focus'), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  it('let links be read on the surface (4.5:1)', () => {
    expect(contrastRatio(colour('accent'), colour('surface'))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(hues)('let the glyph and the pill of hue %d be read (4.5:1)', (hue) => {
    const tint = theme === 'light' ? { l: 0.94, c: 0.04, h: hue } : { l: 0.31, c: 0.055, h: hue };
    const text = theme === 'light' ? { l: 0.46, c: 0.12, h: hue } : { l: 0.83, c: 0.1, h: hue };
    expect(contrastRatio(text, tint)).toBeGreaterThanOrEqual(4.5);
  });
});

function readTokens(source: string): Map<string, { light: Oklch; dark: Oklch }> {
  const found = new Map<string, { light: Oklch; dark: Oklch }>();
  const pattern = /--([\w-]+):\s*light-dark\(oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\), oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)\)/g;
  for (const [, name, ...numbers] of source.matchAll(pattern)) {
    const [l1, c1, h1, l2, c2, h2] = numbers.map(Number) as [number, number, number, number, number, number];
    found.set(name as string, { light: { l: l1 / 100, c: c1, h: h1 }, dark: { l: l2 / 100, c: c2, h: h2 } });
  }
  return found;
}
