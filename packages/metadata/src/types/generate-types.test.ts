import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parseDocuments } from '../document/parse-documents.js';
import { field, objectDocument } from '../testing/object-document.js';
import { generateTypes } from './generate-types.js';

const customers = objectDocument('Customer', {
  name: field('text', { id: '1' }, { title: 'Name' }),
  status: field('picklist', { id: '2' }, { default: 'one' }),
  since: field('date', { id: '3' }),
}, { required: ['name', 'status'] });

const orders = objectDocument('Order', {
  number: field('autoNumber', { id: '1' }),
  customer: field('lookup', { id: '2', target: 'Customer', inverse: { name: 'orders' } }),
  amount: field('currency', { id: '3' }),
  quantity: field('integer', { id: '4' }),
  paid: field('boolean', { id: '5' }),
}, { required: ['customer'] });

const parse = (documents: readonly unknown[]) => {
  const parsed = parseDocuments(documents);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, undefined, 1));
  return parsed.value;
};

const model = () => parse([customers, orders]);

const everyKind = () => parse([
  customers,
  objectDocument('Contact', { name: field('personName', { id: '1' }) }),
  objectDocument('Between', { name: field('autoNumber', { id: '1' }), visit: field('lookup', { id: '2', target: 'Visit' }), contact: field('lookup', { id: '3', target: 'Contact' }) }),
  objectDocument('Visit', {
    name: field('text', { id: '1' }),
    customer: field('masterDetail', { id: '2', target: 'Customer', inverse: { name: 'visits' } }),
    about: field('polymorphicLookup', { id: '3', targets: ['Customer', 'Contact'] }),
    contacts: field('junction', { id: '4', through: { object: 'Between', near: 'visit', far: 'contact' } }),
    topics: field('multiPicklist', { id: '5' }, { items: { type: 'string', enum: ['price', 'goods'] } }),
    at: field('time', { id: '6' }),
    took: field('duration', { id: '7' }),
    notes: field('richText', { id: '8' }),
    place: field('address', { id: '9' }),
    spot: field('geolocation', { id: '10' }),
    photo: field('image', { id: '11' }),
    raw: field('json', { id: '12' }),
    secret: field('encryptedText', { id: '13' }),
    minutes: field('formula', { id: '14', formula: 'took / 60', result: 'number' }),
    members: field('rollUp', { id: '15', relation: 'betweens', operation: 'count' }),
    price: field('currency', { id: '16', currency: 'USD' }),
  }, { guanxi: { recordTypes: [{ name: 'sales', title: 'Sales' }, { name: 'service', title: 'Service' }] } }),
].map((document) => (document.name === 'Between' ? { ...document, properties: { ...document.properties, visit: field('lookup', { id: '2', target: 'Visit', inverse: { name: 'betweens' } }) } } : document)));

describe('generateTypes', () => {
  it('writes what an integrator compiles against', async () => {
    const text = await generateTypes(model());
    const golden = join(import.meta.dirname, 'golden/customers-and-orders.ts.txt');
    if (process.env['UPDATE_GOLDEN'] || !existsSync(golden)) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  it('writes every kind of field as integrators get it', async () => {
    const text = await generateTypes(everyKind());
    const golden = join(import.meta.dirname, 'golden/every-kind.ts.txt');
    if (process.env['UPDATE_GOLDEN'] || !existsSync(golden)) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  it('breaks the compilation of a client whose field is gone', async () => {
    const client = "\nconst read = (order: Order): string | null => order.paidOn; const write: OrderCreate = { customerId: 'x', paidOn: '2026-11-22' }; void read; void write;";
    const withField = parse([customers, { ...orders, properties: { ...orders.properties, paidOn: field('date', { id: '9' }) } }]);
    expect(compileProblems(`${await generateTypes(withField)}${client}`)).toEqual([]);
    const problems = compileProblems(`${await generateTypes(model())}${client}`);
    expect(problems).toEqual([expect.stringContaining("'paidOn' does not exist on type 'Order'"), expect.stringContaining('paidOn')]);
  });

  it('lets a wrong field name fail at compile time', async () => {
    const text = await generateTypes(model());
    expect(compileProblems(`${text}\nconst order: OrderCreate = { customerId: 'x', amount: '1.50' }; void order;`)).toEqual([]);
    expect(compileProblems(`${text}\nconst order: OrderCreate = { customerId: 'x', amuont: '1.50' }; void order;`)).toEqual([expect.stringContaining('amuont')]);
    expect(compileProblems(`${text}\nconst order: OrderCreate = { amount: '1.50' }; void order;`)).toEqual([expect.stringContaining('customerId')]);
  });
});

function compileProblems(text: string): readonly string[] {
  const options: ts.CompilerOptions = { strict: true, noLib: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 };
  const host = ts.createCompilerHost(options);
  const source = ts.createSourceFile('types.ts', text, ts.ScriptTarget.ES2022);
  host.getSourceFile = (name) => (name === 'types.ts' ? source : undefined);
  const program = ts.createProgram(['types.ts'], options, host);
  return program.getSemanticDiagnostics(source).map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n'));
}
