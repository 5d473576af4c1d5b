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
  {
    kind: 'workflow', name: 'ask', title: 'Ask', object: 'Customer', trigger: { button: { label: 'Ask now', inputs: [{ name: 'why', title: 'Why', type: 'text' }] } }, guanxi: { id: 'w' },
    steps: [
      { id: 'ok', action: 'approve', title: 'Sales agree', titles: { 'zh-TW': '業務同意' }, input: { title: 'Discount', levels: [{ title: 'Desk', approvers: ['owner'] }] }, paths: { rejected: [{ id: 'form', action: 'askPerson', input: { person: 'owner', title: 'Reason', text: "'Why?'", inputs: [{ name: 'reason', title: 'Reason', type: 'text' }] } }] } },
      { id: 'make', action: 'createRecord', input: { object: 'Task', values: { title: "'Call'", message: 'name' } } },
      { id: 'mail', action: 'sendEmail', input: { to: ['owner'], subject: "'Formula'", body: 'name' } },
      { id: 'which', action: 'branch', input: { cases: [{ name: 'big', title: 'Large', when: 'TRUE' }] } },
      { id: 'no', action: 'refuse', input: { message: { text: 'Not today.' } } },
    ],
    tests: [{ title: 'A test', record: { title: 'x' }, expect: {} }],
  },
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
    ['/workflow:ask/title', 'title', 'Ask', ''],
    ['/workflow:ask/trigger/button/label', 'title', 'Ask now', ''],
    ['/workflow:ask/trigger/button/inputs/0/title', 'title', 'Why', ''],
    ['/workflow:ask/steps/0/title', 'title', 'Sales agree', '業務同意'],
    ['/workflow:ask/steps/0/input/title', 'title', 'Discount', ''],
    ['/workflow:ask/steps/0/input/levels/0/title', 'title', 'Desk', ''],
    ['/workflow:ask/steps/0/paths/rejected/0/input/title', 'title', 'Reason', ''],
    ['/workflow:ask/steps/0/paths/rejected/0/input/inputs/0/title', 'title', 'Reason', ''],
    ['/workflow:ask/steps/3/input/cases/0/title', 'title', 'Large', ''],
    ['/workflow:ask/steps/4/input/message/text', 'message', 'Not today.', ''],
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
