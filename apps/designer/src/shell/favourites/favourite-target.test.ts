import { hrefOf, isSameTarget, targetOf } from './favourite-target.js';

const objects = new Set(['Customer']);
const id = '01a2b3c4-0000-7000-8000-000000000001';

describe('what a favourite leads to', () => {
  it('is the record, the list in its view or the page that is open, and leads back to it', () => {
    const places = [['/app/Customer', {}], ['/app/Customer', { view: 'mine', q: 'x' }], [`/app/Customer/${id}`, {}], ['/app/tasks', {}], ['/setup/workflows/winback-call', {}]] as const;
    expect(places.map(([path, search]) => hrefOf(targetOf(path, search, objects) ?? { object: null, recordId: null, view: null, path: '' }))).toEqual([
      '/app/Customer', '/app/Customer?view=mine', `/app/Customer/${id}`, '/app/tasks', '/setup/workflows/winback-call',
    ]);
  });

  it('is nothing where an address would hold what somebody typed, or a step on the way', () => {
    for (const path of ['/app/search', '/app', '/app/Customer/new', `/app/Customer/${id}/more`, '/sign-in', '/app/王大明']) expect(targetOf(path, {}, objects)).toBeUndefined();
  });

  it('tells one view from another', () => {
    const [all, mine] = [targetOf('/app/Customer', {}, objects), targetOf('/app/Customer', { view: 'mine' }, objects)];
    expect([all && mine && isSameTarget(all, mine), all && isSameTarget(all, { ...all })]).toEqual([false, true]);
  });
});
