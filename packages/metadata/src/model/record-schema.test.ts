import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parseDocuments } from '../document/parse-documents.js';
import { field, objectDocument } from '../testing/object-document.js';
import { recordSchema, type SchemaPurpose } from './record-schema.js';

const parsed = parseDocuments([
  objectDocument('Customer', { name: field('text', { id: '1' }) }),
  objectDocument('Order', {
    number: field('autoNumber', { id: '1' }),
    customer: field('lookup', { id: '2', target: 'Customer' }),
    status: field('picklist', { id: '3' }, { default: 'one' }),
    amount: field('currency', { id: '4' }),
    secret: field('text', { id: '5', readOnly: true }),
    kind: field('picklist', { id: '6' }),
  }, { required: ['customer', 'status'] }),
]);

function problems(purpose: SchemaPurpose, value: object): readonly string[] {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const ajv = new Ajv2020({ allErrors: true, strict: false, logger: false });
  formats.default(ajv);
  const validate = ajv.compile(recordSchema(parsed.value, 'Order', purpose));
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.keyword}`);
}

const customerId = '01890000-0000-7000-8000-000000000001';

describe('recordSchema', () => {
  it('asks a new record for what is required and has no default', () => {
    expect(problems('create', { customerId })).toEqual([]);
    expect(problems('create', { status: 'one' })).toEqual([' required']);
  });

  it('asks a change for nothing, but lets no required field be emptied', () => {
    expect(problems('update', {})).toEqual([]);
    expect(problems('update', { amount: null, kind: null })).toEqual([]);
    expect(problems('update', { customerId: null, status: null })).not.toEqual([]);
  });

  it('takes no value that the platform makes or that is read-only', () => {
    expect(problems('create', { customerId, number: 'N-1', secret: 'x', createdAt: '2026-01-01T00:00:00Z' })).toEqual([
      ' additionalProperties',
      ' additionalProperties',
      ' additionalProperties',
    ]);
  });

  it('takes decimals as text and refuses what is not in the list', () => {
    expect(problems('create', { customerId, amount: '12.50' })).toEqual([]);
    expect(problems('create', { customerId, amount: 12.5 })).not.toEqual([]);
    expect(problems('create', { customerId, status: 'three' })).not.toEqual([]);
  });
});
