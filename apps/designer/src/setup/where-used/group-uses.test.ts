import { addressOf, groupUses } from './group-uses.js';

const use = (kind: string, name: string, rest: string, area?: string) => ({ kind, name, title: '', path: `/${kind}:${name}${rest}`, ...(area && { area }) });

describe('the uses of a field', () => {
  it('stand by area and by document, each document once', () => {
    const areas = groupUses([use('view', 'Order.all', '/columns/2', 'views'), use('view', 'Order.all', '/where/city', 'views'), use('workflow', 'call', '/when', 'automation')]);
    expect(areas.map(({ area, count }) => [area, count])).toEqual([['views', 2], ['automation', 1]]);
    expect(areas[0]?.documents).toEqual([{ kind: 'view', name: 'Order.all', title: 'Order.all', places: ['columns › 2', 'where › city'], path: '/columns/2' }]);
  });

  it('stand by the kind of document where the server names no area', () => {
    expect(groupUses([use('app', 'crm', '/navigation/0')]).map(({ area }) => area)).toEqual(['app']);
  });

  it('are told without the words of the document format', () => {
    expect(groupUses([use('object', 'Order', '/properties/total/guanxi/formula')])[0]?.documents[0]?.places).toEqual(['total › formula']);
  });

  it('lead to where they are changed', () => {
    expect(addressOf({ kind: 'object', name: 'Order', path: '/properties/total/guanxi/formula' })).toBe('/setup/objects/Order?field=total');
    expect(addressOf({ kind: 'object', name: 'Order', path: '/guanxi/rules/0/when' })).toBe('/setup/objects/Order?tab=rules');
    expect(addressOf({ kind: 'report', name: 'x', path: '' })).toBeNull();
  });
});
