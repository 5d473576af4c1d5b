import type { MetadataDocument } from '../document/documents.js';
import { listTexts } from './list-texts.js';
import { translateDocuments } from './translate-documents.js';

const documents = [
  {
    kind: 'object', name: 'Customer', title: 'Customer', description: 'Who buys.', type: 'object', required: ['name'],
    properties: {
      name: { type: 'string', title: 'Name', guanxi: { id: '1', type: 'text', titles: { 'zh-TW': '名稱' }, help: 'As on the invoice.' } },
      tier: { type: 'string', enum: ['gold', 'basic'], guanxi: { id: '2', type: 'picklist', values: [{ value: 'gold', label: 'Gold', labels: { 'zh-TW': '金' } }] } },
      parent: { type: 'string', format: 'uuid', guanxi: { id: '3', type: 'lookup', target: 'Customer', inverse: { name: 'children', title: 'Branches' } } },
    },
    guanxi: { id: 'o', pluralTitle: 'Customers', titles: { 'zh-TW': '客戶' }, descriptions: { 'zh-TW': '買東西的人。' }, rules: [{ id: 'r', name: 'named', when: 'ISBLANK(name)', message: 'Give it a name.' }] },
  },
  { kind: 'layout', name: 'Customer', object: 'Customer', sections: [{ title: 'Main', columns: 2, cells: [{ field: 'name' }] }], guanxi: { id: 'l' } },
  { kind: 'picklist', name: 'Region', title: 'Region', description: 'For those who design.', values: [{ value: 'n', label: 'North' }], guanxi: { id: 'p' } },
] as unknown as readonly MetadataDocument[];

it('finds every text that people read, with what it is in other languages', () => {
  expect(listTexts(documents).map(({ path, role, text, translations }) => [path, role, text, translations['zh-TW'] ?? ''])).toEqual([
    ['/object:Customer/title', 'title', 'Customer', '客戶'],
    ['/object:Customer/description', 'description', 'Who buys.', '買東西的人。'],
    ['/object:Customer/properties/name/title', 'title', 'Name', '名稱'],
    ['/object:Customer/properties/name/guanxi/help', 'help', 'As on the invoice.', ''],
    ['/object:Customer/properties/tier/title', 'title', 'tier', ''],
    ['/object:Customer/properties/tier/guanxi/values/gold/label', 'value', 'Gold', '金'],
    ['/object:Customer/properties/tier/guanxi/values/basic/label', 'value', 'basic', ''],
    ['/object:Customer/properties/parent/title', 'title', 'parent', ''],
    ['/object:Customer/properties/parent/guanxi/inverse/title', 'title', 'Branches', ''],
    ['/object:Customer/guanxi/pluralTitle', 'plural', 'Customers', ''],
    ['/object:Customer/guanxi/rules/0/message', 'message', 'Give it a name.', ''],
    ['/layout:Customer/sections/0/title', 'title', 'Main', ''],
    ['/picklist:Region/title', 'title', 'Region', ''],
    ['/picklist:Region/values/0/label', 'value', 'North', ''],
  ]);
});

it('sets each of them where it is found again', () => {
  const texts = Object.fromEntries(listTexts(documents).map(({ path, text }) => [path, `${text} (fr)`]));
  const translated = translateDocuments(documents, 'fr', texts);
  expect(translated.unknown).toEqual([]);
  expect(listTexts(translated.documents).map(({ path, translations }) => [path, translations['fr']])).toEqual(Object.entries(texts));
});

it('takes a translation away, answers only what differs, and tells paths that lead nowhere', () => {
  const { documents: changed, unknown } = translateDocuments(documents, 'zh-TW', { '/object:Customer/title': ' ', '/object:Nothing/title': 'x', '/view:v/title': 'y' });
  expect(changed).toHaveLength(1);
  expect(listTexts(changed)[0]?.translations).toEqual({});
  expect(unknown).toEqual(['/object:Nothing/title', '/view:v/title']);
});
