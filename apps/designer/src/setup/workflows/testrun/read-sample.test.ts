import { readSample } from './read-sample.js';

const known = { fields: ['name', 'size', 'customer'], inputs: ['ref'] };

describe('values pasted for a test run', () => {
  it('are those of a test run that was copied, with what its time is counted from', () => {
    expect(readSample(JSON.stringify({ record: { name: 'A', size: 2, list: [1], strange: true }, related: [{ relation: 'orders', values: { orderedOn: '2026-01-01' } }], steps: [] }), known))
      .toEqual({ given: { record: { name: 'A', size: 2 }, related: [{ relation: 'orders', values: { orderedOn: '2026-01-01' } }] }, inputs: {} });
  });
  it('are bare values by name, of the record or of what comes in', () => {
    expect(readSample('{ "name": "A", "customer": null, "ref": 7 }', known)).toEqual({ given: { record: { name: 'A', customer: null } }, inputs: { ref: '7' } });
  });
  it('are none where it is no JSON object', () => expect([readSample('name: A', known), readSample('[1]', known)]).toEqual([undefined, undefined]));
});
