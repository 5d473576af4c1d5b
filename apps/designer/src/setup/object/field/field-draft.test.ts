import { fieldTypes } from '@guanxi/field-types';
import { addLabels, moveValue, relabel, splitLabels } from './editors/picklist-values.js';
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
    expect(settingSchemas('currency').map(({ name }) => name)).toEqual(['precision', 'scale', 'currency']);
    expect(settingSchemas('boolean')).toEqual([]);
  });
});

describe('values of a picklist', () => {
  const values = addLabels([], ['Open', 'In progress', 'Open', ' ', '已完成']);

  it('are made of labels, each once', () => {
    expect(values.map(({ value }) => value)).toEqual(['open', 'in_progress', '已完成']);
  });

  it('follow their label until a record can hold them', () => {
    expect(relabel(values, 0, 'Opened', false)[0]).toMatchObject({ value: 'opened', label: 'Opened' });
    expect(relabel(values, 0, 'Opened', true)[0]).toMatchObject({ value: 'open', label: 'Opened' });
  });

  it('move', () => {
    expect(moveValue(values, 2, 0).map(({ value }) => value)).toEqual(['已完成', 'open', 'in_progress']);
  });

  it('come from many lines, or from one line with separators', () => {
    expect([splitLabels('a, b\nc'), splitLabels('a、b; c')]).toEqual([['a, b', 'c'], ['a', 'b', 'c']]);
  });
});
