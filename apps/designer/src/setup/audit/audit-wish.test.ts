import { noDays, readWish, writeWish, type AuditWish } from './audit-wish.js';

describe('what somebody wants to see of the audit log', () => {
  it('comes back from the address as it went in', () => {
    const wish: AuditWish = { kind: null, object: 'Customer', actorId: '0190a0a0-0000-7000-8000-000000000001', fromDay: '2026-01-01', toDay: null };
    expect(readWish(writeWish(wish))).toEqual(wish);
    expect([writeWish(noDays), readWish({})]).toEqual([{}, noDays]);
  });

  it('passes over what an address says that makes no sense', () => {
    expect(readWish({ kind: 'weather', object: 7, who: '', from: 'yesterday', to: '2026-1-1' })).toEqual(noDays);
  });
});
