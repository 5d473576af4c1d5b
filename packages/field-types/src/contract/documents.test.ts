import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FieldProperty, FieldTypeName } from '../field-type.js';
import { fieldTypes } from '../registry.js';
import { fixtures } from './fixtures.js';

const ajv = addFormats.default(new Ajv2020({ strict: true, strictRequired: false, allErrors: true }));
const names = Object.keys(fieldTypes) as FieldTypeName[];

describe.each(names)('%s, as documents and values', (name) => {
  const type = fieldTypes[name];
  const examples = fixtures[name];
  const [settings] = examples.settings;
  const isValue = ajv.compile(type.valueSchema(settings));

  it('carries its own name', () => {
    expect(type.name).toBe(name);
  });

  it('says where its values are', () => {
    expect(type.storage?.(settings) ?? 'column').toBe(examples.storage ?? 'column');
  });

  it.each(examples.settings)('keeps the settings %j through a property document that its schema accepts', (given) => {
    const { keywords, guanxi } = type.writeSettings(given);
    const property = { title: 'Any', ...keywords, guanxi: { id: 'f1', ...guanxi } } as FieldProperty;
    const accepts = ajv.compile(type.propertySchema);
    expect([accepts(property), accepts.errors]).toEqual([true, null]);
    expect(type.readSettings(property)).toEqual(given);
    expect(JSON.parse(JSON.stringify(property))).toEqual(property);
  });

  it('refuses a property document of another kind', () => {
    const accepts = ajv.compile(type.propertySchema);
    expect(accepts({ type: 'null', guanxi: { id: 'f1', type: name } })).toBe(false);
    expect(accepts({ guanxi: { id: 'f1', type: 'other' } })).toBe(false);
    expect(accepts({ ...type.writeSettings(settings).keywords })).toBe(false);
  });

  it('has default settings that can be written and read', () => {
    const { keywords, guanxi } = type.writeSettings(type.defaultSettings);
    expect(type.readSettings({ ...keywords, guanxi: { id: 'f1', ...guanxi } } as FieldProperty)).toEqual(type.defaultSettings);
  });

  it('accepts its values and leaves canonical ones as they are', () => {
    for (const value of examples.accepted) {
      expect([value, isValue(value)]).toEqual([value, true]);
      expect(type.normalize(value, settings)).toEqual(value);
    }
  });

  it('refuses everything else', () => {
    for (const value of examples.rejected) expect([value, isValue(value)]).toEqual([value, false]);
    expect(isValue(null)).toBe(false);
  });

  it('brings valid values into canonical form', () => {
    for (const [value, canonical] of examples.normalized ?? []) {
      expect(type.normalize(value, settings)).toEqual(canonical);
    }
    expect(type.normalize(null, settings)).toBeNull();
  });
});
