import type { DocumentTemplateDocument, WorkflowDocument } from '@guanxi/metadata';
import { parseDocuments } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { TestOffice } from '../automation/testing/test-office.js';
import { readPdf } from './testing/read-pdf.js';

const text = (id: string, title: string) => ({ type: 'string', title, maxLength: 200, guanxi: { id, type: 'text' } });
const amount = (id: string, title: string) => ({ type: 'string', format: 'decimal', title, guanxi: { id, type: 'currency', precision: 12, scale: 2 } });
const shop: readonly object[] = [
  { kind: 'object', name: 'Quote', title: 'Quote', type: 'object', properties: { number: text('f-q-n', 'Number'), customer: text('f-q-c', 'Customer'), language: text('f-q-l', 'Language'), until: { type: 'string', format: 'date', title: 'Until', guanxi: { id: 'f-q-u', type: 'date' } } }, guanxi: { id: 'o-quote', nameField: 'number' } },
  {
    kind: 'object', name: 'Line', title: 'Line', type: 'object',
    properties: {
      product: text('f-l-p', 'Product'), pieces: { type: 'integer', title: 'Pieces', guanxi: { id: 'f-l-i', type: 'integer' } }, price: amount('f-l-a', 'Price'),
      quote: { type: 'string', format: 'uuid', title: 'Quote', guanxi: { id: 'f-l-q', type: 'lookup', target: 'Quote', inverse: { name: 'lines' } } },
    },
    guanxi: { id: 'o-line', nameField: 'product' },
  },
];
const quote: DocumentTemplateDocument = {
  kind: 'document-template', name: 'quote', title: 'Quote', titles: { 'zh-TW': '報價單', 'zh-CN': '报价单' }, object: 'Quote',
  header: { body: '{{$Org.name}}' }, footer: { body: 'Thank you', bodies: { 'zh-TW': '感謝惠顧' } },
  blocks: [
    { kind: 'text', body: '# Quote {{number}}\n\nDear **{{customer}}**, valid until {{until}}.', bodies: { 'zh-TW': '# 報價單 {{number}}\n\n親愛的 **{{customer}}**，有效至 {{until}}。', 'zh-CN': '# 报价单 {{number}}' } },
    { kind: 'table', relation: 'lines', where: 'pieces > 0', orderBy: 'product', columns: [{ title: 'Product', titles: { 'zh-TW': '品名' }, value: 'product', width: 3 }, { title: 'Pieces', value: 'pieces' }, { title: 'Amount', titles: { 'zh-TW': '金額' }, value: 'pieces * price', total: true }, { title: 'Price', value: 'price', total: true }] },
  ],
  guanxi: { id: 'd-quote' },
};
const send: WorkflowDocument = { kind: 'workflow', name: 'send', title: 'Send', object: 'Quote', trigger: { updated: { fields: ['until'] } }, guanxi: { id: 'w-send' }, steps: [{ id: 'make', action: 'makeDocument', input: { document: 'quote', language: 'language', as: 'file' } }, { id: 'keep', action: 'compute', input: { name: 'kept', formula: '$Run.file' } }] };

let office: TestOffice;

const open = async () => {
  office = await TestOffice.open([...shop, quote, send], { name: '關係商店', locale: 'zh-TW', currency: 'TWD' });
  await office.activations.activate(office.org, 'send', false);
};
const add = async (number: string, values: object = {}): Promise<string> => {
  const [id = ''] = await office.create('Quote', { number, customer: '王小明', ...values });
  await office.create('Line', { quote: id, product: '烏龍茶', pieces: 3, price: '1200.50' }, { quote: id, product: '茉莉花茶', pieces: 2, price: '0.10' }, { quote: id, product: 'Gone', pieces: 0, price: '5' });
  return id;
};
const files = () => office.run<{ name: string; record_id: string; file_id: string; content_type: string; size: number }>(sql`
  select a.name, a.record_id, v.file_id, f.content_type, f.size from ${orgTable(office.org.schema, 'attachment')} a
  join ${orgTable(office.org.schema, 'attachmentVersion')} v on v.attachment_id = a.id join ${orgTable(office.org.schema, 'file')} f on f.id = v.file_id order by a.name`);
const content = async (id: string): Promise<Buffer> => Buffer.concat((await office.run<{ bytes: Buffer }>(sql`select bytes from ${orgTable(office.org.schema, 'fileContent')} where file_id = ${id}::uuid order by position`)).map(({ bytes }) => bytes));

describe('a document', () => {
  afterEach(() => office.end());

  it('is made of the record in its language, with the rows of its list and their sums, and hangs on the record once', async () => {
    await open();
    const id = await add('Q-1');
    await office.update('Quote', id, { until: '1997-03-01' });
    await office.pass();
    await office.pass();
    const [file, ...more] = await files();
    expect(more).toEqual([]);
    expect(file).toMatchObject({ name: '報價單 Q-1.pdf', record_id: id, content_type: 'application/pdf' });
    const bytes = await content(file?.file_id ?? '');
    expect(bytes.length).toBe(file?.size);
    const { pages, text: said } = readPdf(bytes);
    expect(pages).toBe(1);
    const flat = said.replaceAll(/\s/g, '');
    for (const part of ['關係商店', '報價單Q-1', '王小明', '1997年3月1日', '品名', '金額', '烏龍茶', '茉莉花茶', '3,601.7', '合計', '$1,200.60', '感謝惠顧', '1/1']) expect(flat).toContain(part);
    expect(flat).not.toContain('Gone');
    // Only the letters that are used are in it: the fonts themselves are five megabytes each.
    expect(bytes.length).toBeLessThan(200_000);
  }, 60_000);

  it('of the same record at the same moment is the same to the byte, and a second one has a name of its own', async () => {
    await open();
    const id = await add('Q-1', { language: 'zh-CN' });
    await office.update('Quote', id, { until: '1997-03-01' });
    await office.pass('1997-01-02T00:00:00Z');
    await office.update('Quote', id, { until: '1997-04-01' });
    await office.update('Quote', id, { until: '1997-03-01' });
    await office.pass('1997-01-02T00:00:00Z');
    const made = await files();
    expect(made.map(({ name }) => name)).toEqual(['报价单 Q-1 (2).pdf', '报价单 Q-1 (3).pdf', '报价单 Q-1.pdf']);
    const [one, other] = [await content(made[0]?.file_id ?? ''), await content(made[2]?.file_id ?? '')];
    expect(one.equals(other)).toBe(true);
    expect(readPdf(one).text.replaceAll(/\s/g, '')).toContain('报价单Q-1');
  }, 60_000);

  it('for many records at once is made a few at a time', async () => {
    await open();
    const ids: string[] = [];
    for (let index = 0; index < 7; index += 1) ids.push((await office.create('Quote', { number: `Q-${index}`, customer: 'Ada', language: 'en' }))[0] ?? '');
    for (const id of ids) await office.update('Quote', id, { until: '1997-03-01' });
    await office.pass();
    expect((await files()).map(({ name }) => name)).toEqual(ids.map((_, index) => `Quote Q-${index}.pdf`));
    expect(await office.run(sql`select distinct status from ${orgTable(office.org.schema, 'run')}`)).toEqual([{ status: 'done' }]);
  }, 60_000);
});

describe('a document template', () => {
  it('is checked: tokens, lists, columns and sums', () => {
    const wrong: DocumentTemplateDocument = {
      ...quote, header: { body: '{{$Recipient.name}}' },
      blocks: [{ kind: 'text', body: '{{nothing}} {{open' }, { kind: 'table', relation: 'line', columns: [{ title: 'A', value: 'product' }] }, { kind: 'table', relation: 'lines', where: 'product', columns: [{ title: 'A', value: 'product', total: true }, { title: 'B', value: 'prise' }] }],
    };
    const parsed = parseDocuments([...shop, wrong]);
    expect(parsed.ok ? [] : parsed.problems.map(({ path, code }) => `${path.replace('/document-template:quote', '')} ${code}`)).toEqual([
      '/header/body formula.unknown-field', '/blocks/0/body formula.unknown-field', '/blocks/0/body message.open-token', '/blocks/1/relation relation.unknown',
      '/blocks/2/where formula.result-type', '/blocks/2/columns/1/value formula.unknown-field', '/blocks/2/columns/0/total document.total',
    ]);
  });
});
