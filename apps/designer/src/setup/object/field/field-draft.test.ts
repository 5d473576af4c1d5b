import { fieldTypes } from '@guanxi/field-types';
import { newField, readField, writeField } from './field-draft.js';
import { offeredKinds } from './kind-faces.js';
import { settingSchemas } from './setting-schemas.js';

describe('the field panel', () => {
  it('offers every kind that admins may choose', () => {
    expect([...offeredKinds].sort()).toEqual(Object.values(fieldTypes).filter(({ system }) => !system).map(({ name }) => name).sort());
  });

  it.each(offeredKinds)('writes a %s that it reads back the same', (kind) => {
    const field = { ...newField(kind), name: 'one', label: { text: 'One', titles: { 'zh-TW': '一' } }, help: { text: 'Help', titles: {} }, isRequired: true };
    const property = writeField(field, { guanxi: { id: 'f1', type: kind } }) as Parameters<typeof readField>[1];
    expect(readField('one', property, true)).toEqual(field);
    expect(property.guanxi.id).toBe('f1');
  });

  it('knows the settings of a kind from the kind itself', () => {
    expect(settingSchemas('currency').map(({ name }) => name)).toEqual(['precision', 'scale', 'currency', 'codeFrom', 'rateOn']);
    expect(settingSchemas('boolean')).toEqual([]);
  });
});
