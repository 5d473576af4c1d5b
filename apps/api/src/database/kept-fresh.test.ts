import { KeptFresh } from './kept-fresh.js';

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('what is kept fresh', () => {
  it('is read once by all who ask together', async () => {
    let readings = 0;
    const kept = new KeptFresh<number>(10, 60_000);
    const read = async () => (await soon(), (readings += 1));
    expect(await Promise.all([kept.find('a', read), kept.find('a', read), kept.find('a', read)])).toEqual([1, 1, 1]);
    expect(kept.find('a', read)).toBe(1);
    expect(readings).toBe(1);
  });

  it('is not believed for longer than said', async () => {
    let readings = 0;
    const kept = new KeptFresh<number>(10, 0);
    const read = () => Promise.resolve((readings += 1));
    await kept.find('a', read);
    expect(await kept.find('a', read)).toBe(2);
  });

  it('is read again beside while the old one is still good', async () => {
    let readings = 0;
    const kept = new KeptFresh<number>(10, 60_000);
    const real = performance.now;
    const setClock = (now: number) => (performance.now = () => now);
    const read = () => Promise.resolve((readings += 1));
    setClock(0);
    await kept.find('a', read);
    setClock(40_000);
    expect(kept.find('a', read)).toBe(1);
    await soon();
    expect(kept.find('a', read)).toBe(2);
    performance.now = real;
  });

  it('stays the same object while nothing about it changes', async () => {
    const kept = new KeptFresh<{ readonly name: string }>(10, 0);
    const first = await kept.find('a', () => Promise.resolve({ name: 'Acme' }));
    expect(await kept.find('a', () => Promise.resolve({ name: 'Acme' }))).toBe(first);
    expect(await kept.find('a', () => Promise.resolve({ name: 'Other' }))).toEqual({ name: 'Other' });
  });

  it('forgets what was being read at that moment, too', async () => {
    const kept = new KeptFresh<string>(10, 60_000);
    const old = kept.find('a', async () => (await soon(), 'old'));
    kept.forget();
    expect(await kept.find('a', () => Promise.resolve('new'))).toBe('new');
    expect(await old).toBe('old');
    expect(await kept.find('a', () => Promise.resolve('newer'))).toBe('new');
  });

  it('asks again after a reading failed', async () => {
    const kept = new KeptFresh<string>(10, 60_000);
    await expect(kept.find('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await kept.find('a', () => Promise.resolve('here'))).toBe('here');
  });
});
