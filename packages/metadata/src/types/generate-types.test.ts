import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parseDocuments } from '../document/parse-documents.js';
import { field, objectDocument } from '../testing/object-document.js';
import { generateTypes } from './generate-types.js';

const model = () => {
  const parsed = parseDocuments([
    objectDocument('Customer', {
      name: field('text', { id: '1' }, { title: 'Name' }),
      status: field('picklist', { id: '2' }, { default: 'one' }),
      since: field('date', { id: '3' }),
    }, { required: ['name', 'status'] }),
    objectDocument('Order', {
      number: field('autoNumber', { id: '1' }),
      customer: field('lookup', { id: '2', target: 'Customer', inverse: { name: 'orders' } }),
      amount: field('currency', { id: '3' }),
      quantity: field('integer', { id: '4' }),
      paid: field('boolean', { id: '5' }),
    }, { required: ['customer'] }),
  ]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};

describe('generateTypes', () => {
  it('writes what an integrator compiles against', async () => {
    const text = await generateTypes(model());
    const golden = join(import.meta.dirname, 'golden/customers-and-orders.ts.txt');
    if (process.env['UPDATE_GOLDEN'] || !existsSync(golden)) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
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
