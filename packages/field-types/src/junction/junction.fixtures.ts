import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

const ids = ['0193a1b2-0000-7000-8000-000000000001', '0193a1b2-0000-7000-8000-0000000000ff'] as const;

export const junctionFixtures: FieldTypeFixtures = {
  settings: [
    { through: { object: 'CampaignMember', near: 'campaign', far: 'contact' } },
    { through: { object: 'CampaignMember', near: 'campaign', far: 'contact' }, inverse: { name: 'campaigns', title: 'Campaigns' } },
  ],
  storage: 'through',
  accepted: [{ add: [ids[0]] }, { add: [...ids] }],
  rejected: [ids[0], [...ids], {}, { set: [ids[0]] }, { add: ['ALFKI'] }],
  normalized: [
    [{ add: [ids[1].toUpperCase(), ids[1]], remove: [] }, { add: [ids[1]] }],
    [{ remove: [ids[0]] }, { remove: [ids[0]] }],
    [{ add: [] }, null],
  ],
  understood: [
    { text: `${ids[0].toUpperCase()}; ${ids[1]};`, value: { add: [...ids] } },
    { text: ' ', value: null },
  ],
  refused: [{ text: `${ids[0]}; ALFKI`, code: 'record-id-expected' }],
};
