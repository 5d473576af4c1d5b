import { Validator } from '@cfworker/json-schema';
import { fieldType, type JsonSchema, type JsonValue } from '@guanxi/field-types';
import { valueName } from '@guanxi/metadata';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { customer, customerLayout, moment, salesperson, workspace } from '../testing/workspace.js';
import type { FieldProblems } from '../resolve/form-tree.js';
import { planForm } from '../resolve/plan-form.js';
import { resolveForm } from '../resolve/resolve-form.js';
import { readProblems } from './read-problems.js';
import { fromAjvErrors, fromCfworkerErrors, type SchemaValidator } from './schema-validator.js';
import { validateRecord } from './validate-record.js';

const validators: Record<string, SchemaValidator> = {
  ajv: (schema, value) => {
    const validate = addFormats.default(new Ajv2020({ allErrors: true })).compile(schema);
    validate(value);
    return fromAjvErrors(validate.errors);
  },
  '@cfworker/json-schema': (schema, value) => fromCfworkerErrors(new Validator(schema, '2020-12', false).validate(value).errors),
};

const schema: JsonSchema = {
  type: 'object',
  properties: Object.fromEntries(customer.fields.filter(({ writable }) => writable).map((field) => [valueName(field), fieldType(field.type).valueSchema(field.settings)])),
  required: ['name'],
  additionalProperties: false,
};

const plan = planForm(workspace, customer, customerLayout);
const valid = { name: 'QUICK-Stop', status: 'active', owner: salesperson.id };

const table: readonly [Readonly<Record<string, JsonValue>>, FieldProblems][] = [
  [{}, {}],
  [{ name: null }, { name: [{ code: 'required' }] }],
  [{ name: '' }, { name: [{ code: 'required' }] }],
  [{ name: 'x'.repeat(41) }, { name: [{ code: 'tooLong', values: { limit: 40 } }] }],
  [{ name: '關'.repeat(40) }, {}],
  [{ name: '👩'.repeat(40) }, {}],
  [{ name: 'nul\u0000' }, { name: [{ code: 'expectedText' }] }],
  [{ status: 'won' }, { status: [{ code: 'expectedListed' }] }],
  [{ status: 'lost' }, { lostReason: [{ code: 'required' }] }],
  [{ status: 'lost', lostReason: 'Price' }, {}],
  [{ email: 'ada' }, { email: [{ code: 'expectedEmail' }] }],
  [{ email: 'ada@example.com' }, {}],
  [{ visits: 101 }, { visits: [{ code: 'tooLarge', values: { limit: 100 } }] }],
  [{ visits: -1 }, { visits: [{ code: 'tooSmall', values: { limit: 0 } }] }],
  [{ visits: '9007199254740993' }, { visits: [{ code: 'expectedInteger' }] }],
  [{ visits: 1.5 }, { visits: [{ code: 'expectedInteger' }] }],
  [{ creditLimit: '1.005' }, { creditLimit: [{ code: 'expectedDecimal', values: { digits: 16, decimals: 2 } }] }],
  [{ creditLimit: '1.00' }, {}],
  [{ creditLimit: 'x', visits: 11 }, {}],
  [{ newsletter: true, notes: 'one\ntwo' }, {}],
  [{ parent: 'ALFKI' }, { parent: [{ code: 'expectedRecord' }] }],
  [{ parent: '0193a1b2-0000-7000-8000-000000000001' }, {}],
  [{ name: null, email: 'x', visits: 101 }, { name: [{ code: 'required' }], email: [{ code: 'expectedEmail' }], visits: [{ code: 'tooLarge', values: { limit: 100 } }] }],
];

describe.each(Object.entries(validators))('validateRecord with %s', (_name, validator) => {
  it.each(table)('judges %j', (changes, problems) => {
    const values = { ...valid, ...changes };
    const tree = resolveForm(plan, { mode: 'edit', record: { values, recordNames: {} }, user: salesperson, moment });
    expect(validateRecord(tree, values, { object: customer, schema, validator })).toEqual(problems);
  });
});

describe('readProblems', () => {
  it("sorts the server's problems by field, under either key of a reference", () => {
    expect(
      readProblems(customer, [
        { path: '/externalId', code: 'not-unique', message: 'There is already a customer with this external id.' },
        { path: '/data/parentId', code: 'unknown-record', message: 'There is no such customer.' },
        { path: '', code: 'conflict', message: 'Someone else has changed this record.' },
      ]),
    ).toEqual({
      fields: {
        externalId: [{ code: 'not-unique', message: 'There is already a customer with this external id.' }],
        parent: [{ code: 'unknown-record', message: 'There is no such customer.' }],
      },
      form: ['Someone else has changed this record.'],
    });
  });
});
