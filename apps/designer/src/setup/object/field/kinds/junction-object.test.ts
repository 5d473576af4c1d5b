import type { ObjectDocument } from '@guanxi/metadata';
import { findCandidates, makeJunction } from './junction-object.js';

const object = (name: string, targets: Readonly<Record<string, string>> = {}): ObjectDocument => ({
  kind: 'object', name, title: name, type: 'object', guanxi: { id: name },
  properties: Object.fromEntries(Object.entries(targets).map(([field, target]) => [field, { title: field, type: 'string', guanxi: { id: `${name}.${field}`, type: 'lookup', target } }])),
});

describe('a many-to-many relation', () => {
  it('goes through an object that points to both sides', () => {
    const member = object('CampaignMember', { campaign: 'Campaign', contact: 'Contact' });
    expect(findCandidates('Campaign', [object('Campaign'), object('Contact'), member])).toEqual([{ object: 'CampaignMember', near: 'campaign', far: 'contact', target: 'Contact', title: 'CampaignMember' }]);
    expect(findCandidates('Order', [member])).toEqual([]);
  });

  it('gets an object of its own with a free name', () => {
    const { document, path } = makeJunction(object('Campaign'), object('Contact'), ['CampaignContact']);
    expect(path).toEqual({ object: 'CampaignContact2', near: 'campaign', far: 'contact' });
    expect(Object.keys(document.properties)).toEqual(['number', 'campaign', 'contact']);
  });

  it('can join an object with itself', () => {
    expect(makeJunction(object('Contact'), object('Contact'), []).path).toEqual({ object: 'ContactContact', near: 'contact', far: 'otherContact' });
  });
});
