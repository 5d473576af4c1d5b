import { Ajv2020 } from 'ajv/dist/2020.js';
import { documentKinds, documentSchema } from './document-schema.js';

describe('documentSchema', () => {
  it.each(documentKinds)('of kind %s is itself a valid JSON Schema', (kind) => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false });
    expect(ajv.validateSchema(documentSchema(kind))).toBe(true);
    expect(() => ajv.compile(documentSchema(kind))).not.toThrow();
  });

  it('describes every kind of field that admins can choose, and no other', () => {
    const schema = documentSchema('object') as { $defs: Record<string, unknown> };
    expect(Object.keys(schema.$defs)).toContain('currency');
    expect(Object.keys(schema.$defs)).not.toContain('recordId');
  });
});
