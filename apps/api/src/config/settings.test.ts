import { readSettings } from './settings.js';

describe('settings', () => {
  it('need nothing but the database', () => {
    const read = readSettings({ DATABASE_URL: 'postgresql://me:secret@host/name' });
    expect(read).toMatchObject({ ok: true, value: { port: 3000, host: '127.0.0.1', currency: 'USD', adminEmail: 'admin@guanxi.local' } });
  });

  it('are refused with every problem at once and without repeating a value', () => {
    const read = readSettings({ DATABASE_URL: 'mysql://secret', PORT: 'http', GUANXI_CURRENCY: 'Yuan', GUANXI_ADMIN_PASSWORD: 'short' });
    if (read.ok) throw new Error('They were taken.');
    expect(read.problems.map(({ path }) => path)).toEqual(['/DATABASE_URL', '/PORT', '/GUANXI_ADMIN_PASSWORD', '/GUANXI_CURRENCY']);
    expect(JSON.stringify(read.problems)).not.toMatch(/secret|"short/);
  });

  it('say how much orgs weigh, or what is wrong with that', () => {
    const id = '0190a1b2-0000-7000-8000-000000000000';
    const read = readSettings({ DATABASE_URL: 'postgres://host/name', AUTOMATION_WEIGHTS: ` ${id} = 3 ` });
    expect(read.ok && [...read.value.automationWeights]).toEqual([[id, 3]]);
    for (const wrong of [id, `${id}=0`, `${id}=11`, 'shop=3', `${id}=1=2`]) expect(readSettings({ DATABASE_URL: 'postgres://host/name', AUTOMATION_WEIGHTS: wrong })).toMatchObject({ ok: false, problems: [{ path: '/AUTOMATION_WEIGHTS' }] });
  });

  it('that are empty text count as not set', () => {
    expect(readSettings({ DATABASE_URL: 'postgres://host/name', REDIS_URL: '', PORT: ' ' })).toMatchObject({ ok: true, value: { port: 3000 } });
  });
});
