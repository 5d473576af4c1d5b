import type { ObjectDocument } from '@guanxi/metadata';
import { putRecordType, readRecordType, writeRecordType } from './record-type-draft.js';

const partner = { name: 'partner', title: 'Partner', titles: { 'zh-TW': '夥伴' }, default: true, active: false, values: { stage: ['new'] } } as const;
const object: ObjectDocument = { kind: 'object', name: 'Account', title: 'Account', type: 'object', properties: {}, guanxi: { id: 'a', recordTypes: [partner] } };

describe('a record type', () => {
  it('is written as it was read', () => {
    expect(writeRecordType(readRecordType(partner))).toEqual(partner);
  });

  it('takes the default over from the one that was it', () => {
    const edited = putRecordType(object, { name: 'customer', title: 'Customer', default: true });
    expect(edited.guanxi.recordTypes?.map(({ name, default: isDefault }) => [name, isDefault])).toEqual([['partner', undefined], ['customer', true]]);
  });

  it('keeps its place when it is renamed', () => {
    expect(putRecordType(object, { name: 'ally', title: 'Ally' }, 'partner').guanxi.recordTypes).toEqual([{ name: 'ally', title: 'Ally' }]);
  });
});
