import { checkFormula, evaluateFormula } from '../index.js';
import { readMarkedText } from './read-marked-text.js';

function answer(text: string): string {
  const checked = checkFormula(text, { resolve: () => undefined }, 'text');
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return String(evaluateFormula(checked.formula, () => null, { now: '2026-11-22T00:00:00Z', timeZone: 'UTC' }));
}

describe('links and pictures in a text', () => {
  it('come back as they were given', () => {
    expect(readMarkedText(answer('"see " & HYPERLINK("https://example.com/a (b)", "[x] \\\\ y") & "!"'))).toEqual([
      { kind: 'text', text: 'see ' }, { kind: 'link', label: '[x] \\ y', url: 'https://example.com/a%20%28b%29' }, { kind: 'text', text: '!' },
    ]);
    expect(readMarkedText(answer('IMAGE("/flags/tw.png", "Taiwan", 20, 30)'))).toEqual([{ kind: 'image', alternative: 'Taiwan', url: '/flags/tw.png', width: 30, height: 20 }]);
  });

  it.each(['javascript:alert(1)', '//evil.example', 'data:text/html,x'])('are no links where %s is their address', (url) => {
    const text = answer(`HYPERLINK("${url}", "click")`);
    expect(readMarkedText(text)).toEqual([{ kind: 'text', text }]);
  });

  it('leave any other text alone', () => {
    expect(readMarkedText('a [b] (c) ![')).toEqual([{ kind: 'text', text: 'a [b] (c) ![' }]);
    expect(readMarkedText('')).toEqual([]);
  });
});
