import { forgetSearches, readSearches, rememberSearch } from './recent-searches.js';
import { readSearchAddress, searchHref, startOfSpan, writeSearchAddress } from './search-address.js';
import { didYouMean, rangesOf, type FoundRecord } from './search-records.js';

const record = (more: Partial<FoundRecord>): FoundRecord => ({ object: 'Customer', id: 'c1', name: 'Ann', match: 'CONTAINS', suggestion: null, fields: [], ...more });

describe('the address of a search', () => {
  it('is read as it was written, and what is not ours is dropped', () => {
    const address = { q: '0912', object: 'Customer', isMine: true, changed: 'week', peek: 'Customer:c1' } as const;
    expect(readSearchAddress(writeSearchAddress(address))).toEqual(address);
    expect(readSearchAddress({ q: 912, changed: 'ages', mine: 'x', other: 1 })).toEqual({ q: '912', isMine: false, changed: 'any' });
    expect(JSON.parse(new URL(searchHref('王 小明'), 'http://x').searchParams.get('q') ?? '')).toBe('王 小明');
  });
  it('knows where a span of days begins, the same for an hour', () => {
    const now = Date.parse('2026-03-10T08:59:59Z');
    expect([startOfSpan('any', now), startOfSpan('week', now), startOfSpan('week', now - 3_000_000)]).toEqual([undefined, '2026-03-03T08:00:00.000Z', '2026-03-03T08:00:00.000Z']);
  });
});

describe('what was found', () => {
  it('suggests something only where nothing is quite what was typed', () => {
    const similar = record({ match: 'SIMILAR', suggestion: 'Johnson' });
    expect([didYouMean([similar]), didYouMean([similar, record({})]), didYouMean([])]).toEqual(['Johnson', undefined, undefined]);
  });
  it('is marked in the name', () => {
    expect(rangesOf(record({ fields: [{ field: 'name', text: 'Ann', ranges: [[0, 2]] }] }), 'Ann')).toEqual([[0, 2]]);
  });
});

/** This test has no page around it. */
class KeptTexts {
  private readonly texts = new Map<string, string>();
  getItem(key: string): string | null { return this.texts.get(key) ?? null; }
  setItem(key: string, text: string): void { this.texts.set(key, text); }
}

describe('recent searches', () => {
  it('keep the newest first and leave out what was typed on the way', () => {
    Object.assign(globalThis, { localStorage: new KeptTexts() });
    for (const text of ['王', '王小', '王小明', '台北', '王小明']) rememberSearch(text);
    expect(readSearches()).toEqual(['王小明', '台北']);
    forgetSearches();
    expect(readSearches()).toEqual([]);
  });
});
