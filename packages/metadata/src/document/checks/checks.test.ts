import { tellProblems, type Problem } from '../../problem.js';
import { field, objectDocument } from '../../testing/object-document.js';
import type { ObjectDocument } from '../documents.js';
import { parseDocuments } from '../parse-documents.js';

type Properties = Parameters<typeof objectDocument>[1];

const customer = (properties: Properties, guanxi: Partial<ObjectDocument['guanxi']> = {}): ObjectDocument =>
  objectDocument('Customer', { name: field('text', { id: 'c1' }), ...properties }, { guanxi });

const order = objectDocument('Order', {
  number: field('autoNumber', { id: 'o1' }),
  customer: field('lookup', { id: 'o2', target: 'Customer', inverse: { name: 'orders' } }),
  amount: field('currency', { id: 'o3' }),
});

const formula = (id: string, text: string, result = 'number', more: object = {}) => field('formula', { id, formula: text, result, ...more });
const picklist = (id: string, values: readonly string[], more: object = {}) => field('picklist', { id, ...more }, { enum: values });
const layout = (rest: object) => ({ kind: 'layout', name: 'L', object: 'Customer', sections: [], guanxi: { id: 'l' }, ...rest });
const action = (effect: object) => ({ kind: 'action', name: 'a', title: 'A', object: 'Customer', do: effect, guanxi: { id: 'a' } });
const calendar = (rest: object) => ({ kind: 'business-calendar', name: 'office', title: 'Office', week: { monday: [{ from: '09:00', to: '18:00' }] }, guanxi: { id: 'c' }, ...rest });
const rule = (rest: object) => ({ kind: 'retention-rule', name: 'old', title: 'Old', object: 'Customer', since: 'createdAt', after: { value: 2, unit: 'years' }, do: 'delete', guanxi: { id: 'k' }, ...rest });
const app = (rest: object) => ({ kind: 'app', name: 'a', title: 'A', version: '1.0.0', navigation: [], guanxi: { id: 'a' }, ...rest });

function problemsOf(documents: readonly unknown[]): readonly Problem[] {
  const parsed = parseDocuments(documents);
  return parsed.ok ? [] : parsed.problems;
}

describe('the checks of documents', () => {
  it.each<[string, readonly unknown[], Partial<Problem>]>([
    ['an unknown field in a formula, with its position and what was meant', [customer({ size: formula('2', 'LEN(nmae)') })], { path: '/object:Customer/properties/size/guanxi/formula', code: 'formula.unknown-field', message: expect.stringContaining('character 5') as string, hint: expect.stringContaining('"name"') as string }],
    ['a formula with another result than it says', [customer({ size: formula('2', 'name') })], { code: 'formula.result-type' }],
    ['formulas in a circle', [customer({ a: formula('2', 'b + 1'), b: formula('3', 'a + 1') })], { code: 'formula.circle', message: expect.stringContaining('Customer.a → Customer.b → Customer.a') as string }],
    ['a formula and a roll-up in a circle', [customer({ total: field('rollUp', { id: '2', relation: 'orders', operation: 'sum', value: 'share' }) }), { ...order, properties: { ...order.properties, share: formula('o9', 'customer.total / 2') } }], { message: expect.stringContaining('Customer.total → Order.share → Customer.total') as string }],
    ['a roll-up over no list', [customer({ total: field('rollUp', { id: '2', relation: 'ordres', operation: 'count' }) }), order], { path: '/object:Customer/properties/total/guanxi/relation', hint: 'Did you mean "orders"?' }],
    ['a sum of texts', [customer({ total: field('rollUp', { id: '2', relation: 'orders', operation: 'sum', value: 'number' }) }), order], { path: '/object:Customer/properties/total/guanxi/value', code: 'formula.result-type' }],
    ['a filter of a roll-up that is no condition', [customer({ total: field('rollUp', { id: '2', relation: 'orders', operation: 'count', filter: 'amount' }) }), order], { path: '/object:Customer/properties/total/guanxi/filter' }],
    ['a last record without an order', [customer({ total: field('rollUp', { id: '2', relation: 'orders', operation: 'last', value: 'amount' }) }), order], { code: 'rollUp.unordered' }],
    ['a stored formula that reads another record', [customer({}), { ...order, properties: { ...order.properties, who: formula('o9', 'customer.name', 'text', { stored: true }) } }], { code: 'formula.not-storable', path: '/object:Order/properties/who/guanxi/stored' }],
    ['a stored formula that reads the moment', [customer({ day: formula('2', 'TODAY()', 'date', { stored: true }) })], { code: 'formula.not-storable' }],
    ['a stored formula with a function that PostgreSQL would not keep', [customer({ big: formula('2', 'INITCAP(name)', 'text', { stored: true }) })], { code: 'formula.not-storable' }],
    ['a picklist without its values', [customer({ tier: field('picklist', { id: '2', valueSet: 'Teir' }, { enum: undefined }) }), { kind: 'picklist', name: 'Tier', title: 'T', values: [{ value: 'a' }], guanxi: { id: 'p' } }], { path: '/object:Customer/properties/tier/guanxi/valueSet', hint: 'Did you mean "Tier"?' }],
    ['a dependence on values that are not there', [customer({ a: picklist('2', ['x', 'y']), b: picklist('3', ['p', 'q'], { dependsOn: { field: 'a', values: { z: ['p'] } } }) })], { path: '/object:Customer/properties/b/guanxi/dependsOn/values/z' }],
    ['a dependence that leaves unknown values', [customer({ a: picklist('2', ['x', 'y']), b: picklist('3', ['p', 'q'], { dependsOn: { field: 'a', values: { x: ['pp'] } } }) })], { path: '/object:Customer/properties/b/guanxi/dependsOn/values/x/0', hint: 'Did you mean "p"?' }],
    ['picklists that depend on each other', [customer({ a: picklist('2', ['x'], { dependsOn: { field: 'b', values: {} } }), b: picklist('3', ['p'], { dependsOn: { field: 'a', values: {} } }) })], { code: 'dependsOn.circle', message: expect.stringContaining('a → b → a') as string }],
    ['a record type with unknown values', [customer({ a: picklist('2', ['x']) }, { recordTypes: [{ name: 'r', title: 'R', values: { a: ['y'] } }] })], { path: '/object:Customer/guanxi/recordTypes/0/values/a/0' }],
    ['two default record types', [customer({}, { recordTypes: [{ name: 'r', title: 'R', default: true }, { name: 's', title: 'S', default: true }] })], { code: 'recordType.default' }],
    ['a rule over an unknown field', [customer({}, { rules: [{ id: '1', name: 'r', when: 'nmae = "x"', message: 'No' }] })], { path: '/object:Customer/guanxi/rules/0/when' }],
    ['a message that says less in another language', [customer({}, { rules: [{ id: '1', name: 'r', when: 'name = "x"', message: 'Not {name}', messages: { 'zh-TW': '不可以' } }] })], { path: '/object:Customer/guanxi/rules/0/messages/zh-TW', code: 'translation.placeholder' }],
    ['numbers that are to be alike', [customer({ size: field('integer', { id: '2' }) }, { duplicates: [{ id: '1', name: 'd', title: 'D', onSave: 'warn', match: [{ field: 'size', how: 'fuzzy' }] }] })], { code: 'duplicate.fuzzy' }],
    ['a junction by a lookup that points elsewhere', [customer({ list: field('junction', { id: '2', through: { object: 'Order', near: 'owner', far: 'customer' } }) }), order], { path: '/object:Customer/properties/list/guanxi/through/near' }],
    ['a polymorphic lookup to nowhere', [customer({ about: field('polymorphicLookup', { id: '2', targets: ['Ordr'] }) }), order], { path: '/object:Customer/properties/about/guanxi/targets/0', hint: 'Did you mean "Order"?' }],
    ['three masters', [order, ...['A', 'B', 'C'].map((name) => objectDocument(name, { name: field('text', { id: '1' }) })), customer({ a: field('masterDetail', { id: '2', target: 'A' }), b: field('masterDetail', { id: '3', target: 'B' }), c: field('masterDetail', { id: '4', target: 'C' }) })], { code: 'masterDetail.tooMany' }],
    ['masters in a circle', [customer({ a: field('masterDetail', { id: '2', target: 'A' }) }), objectDocument('A', { name: field('text', { id: '1' }), customer: field('masterDetail', { id: '2', target: 'Customer' }) })], { code: 'masterDetail.circle' }],
    ['a layout for a record type that is not there', [customer({}), layout({ recordTypes: ['retail'] })], { path: '/layout:L/recordTypes/0' }],
    ['a layout whose path of stages is no choice', [customer({}), layout({ path: 'name' })], { path: '/layout:L/path', code: 'path.kind' }],
    ['a layout whose path of stages is not there', [customer({ stage: picklist('2', ['x', 'y']) }), layout({ path: 'stags' })], { path: '/layout:L/path', hint: 'Did you mean "stage"?' }],
    ['a layout with an unknown button', [customer({}), layout({ actions: ['b'] }), action({ openUrl: '"x"' })], { path: '/layout:L/actions/0' }],
    ['a layout for an unknown permission set', [customer({}), layout({ permissionSets: ['sales'] })], { path: '/layout:L/permissionSets/0', code: 'document.unknown' }],
    ['a button that sets what cannot be written', [customer({}), order, action({ create: { object: 'Order', values: { number: '"1"' } } })], { path: '/action:a/do/create/values/number', code: 'action.unwritable' }],
    ['a button with a value of the wrong kind', [customer({}), order, action({ create: { object: 'Order', values: { amount: 'name' } } })], { path: '/action:a/do/create/values/amount', code: 'formula.result-type' }],
    ['a retention rule for an object that is not there', [customer({}), rule({ object: 'Custmer' })], { path: '/retention-rule:old/object', hint: 'Did you mean "Customer"?' }],
    ['an age that counts from a text', [customer({}), rule({ since: 'name' })], { path: '/retention-rule:old/since', code: 'retention.date' }],
    ['an age that counts from a text of a list', [customer({}), order, rule({ activity: [{ relation: 'orders', field: 'number' }] })], { path: '/retention-rule:old/activity/0/field', code: 'retention.date' }],
    ['an erasure where nobody is a person', [customer({}), rule({ do: 'erase' })], { path: '/retention-rule:old/do', code: 'retention.noPerson' }],
    ['a retention rule for details alone', [customer({}), objectDocument('Line', { name: field('text', { id: '1' }), customer: field('masterDetail', { id: '2', target: 'Customer' }) }), rule({ object: 'Line', do: 'purge' })], { path: '/retention-rule:old/object', code: 'retention.controlled', message: 'Records of Line belong to a record of Customer and go with it. Make the rule for Customer.' }],
    ['a retention rule for people of the org', [customer({}), rule({ object: 'User' })], { code: 'retention.platform' }],
    ['an age of centuries', [customer({}), rule({ after: { value: 200, unit: 'years' } })], { path: '/retention-rule:old/after/value', code: 'retention.age' }],
    ['a condition of a retention rule that is none', [customer({}), rule({ when: 'LEN(name)' })], { path: '/retention-rule:old/when', code: 'formula.result-type' }],
    ['a calendar with a zone that is not there', [calendar({ timeZone: 'Asia/Taipe' })], { path: '/business-calendar:office/timeZone', code: 'calendar.zone' }],
    ['a calendar that never opens', [calendar({ week: { monday: [] } })], { path: '/business-calendar:office/week', code: 'calendar.closed' }],
    ['hours that end before they begin', [calendar({ week: { monday: [{ from: '22:00', to: '06:00' }] } })], { path: '/business-calendar:office/week/monday/0', code: 'calendar.backwards' }],
    ['hours that overlap', [calendar({ week: { monday: [{ from: '09:00', to: '12:00' }, { from: '11:00', to: '18:00' }] } })], { path: '/business-calendar:office/week/monday/1/from', code: 'calendar.overlap' }],
    ['a holiday twice', [calendar({ holidays: [{ date: '2026-01-01' }, { date: '2026-01-01' }] })], { path: '/business-calendar:office/holidays/1/date', code: 'calendar.repeated' }],
    ['a holiday that is no date', [calendar({ holidays: [{ date: '2026-02-30' }] })], { path: '/business-calendar:office/holidays/0/date', code: 'calendar.date' }],
    ['a trigger by a calendar that is not there', [customer({ on: field('date', { id: '2' }) }), calendar({}), { kind: 'workflow', name: 'w', title: 'W', object: 'Customer', trigger: { before: { field: 'on', by: 'P3D', calendar: 'offise' } }, steps: [{ id: 's', action: 'stop', input: {} }], guanxi: { id: 'w' } }], { path: '/workflow:w/trigger/before/calendar', code: 'document.unknown', hint: expect.stringContaining('office') as string }],
    ['an app that needs one that is not there', [app({ dependencies: { sales: '^1.0.0' } })], { path: '/app:a/dependencies/sales', code: 'dependency.missing' }],
    ['a group in the navigation with an unknown object', [app({ navigation: [{ title: 'G', items: ['Custmer'] }] }), customer({})], { path: '/app:a/navigation/0/items/0', hint: 'Did you mean "Customer"?' }],
    ['a compact field that is not there', [customer({}, { compact: ['nmae'] })], { path: '/object:Customer/guanxi/compact/0' }],
    ['a lookup filter over an unknown field of the source', [customer({}), { ...order, properties: { ...order.properties, other: field('lookup', { id: 'o9', target: 'Customer', filter: 'name = $Source.nubmer' }) } }], { path: '/object:Order/properties/other/guanxi/filter', code: 'formula.unknown-field' }],
    ['record types that nobody has for a permission', [customer({}), { kind: 'permissions', name: 'p', title: 'P', objects: { Customer: { read: 'all' } }, recordTypes: { Customer: ['x'] }, guanxi: { id: 'p' } }], { path: '/permissions:p/recordTypes/Customer/0' }],
  ])('refuse %s', (_, documents, expected) => {
    expect(problemsOf(documents)).toContainEqual(expect.objectContaining(expected));
  });

  it('say what is wrong in the language of the person', () => {
    const [problem] = tellProblems(problemsOf([customer({ Size: field('integer', { id: '2' }) })]), 'zh-TW');
    expect(problem).toEqual({ path: '/object:Customer/properties/Size', code: 'name.invalid', message: 'Customer 的欄位名稱「Size」必須以小寫字母開頭，且只能包含英文字母與數字，例如「orderedOn」。' });
    const [unknown] = tellProblems(problemsOf([customer({ size: formula('2', 'LEN(nmae)') })]), 'zh-CN');
    expect(unknown?.message).toMatch(/公式的第 5 个字符/);
    const [missing] = tellProblems(problemsOf([customer({}), layout({ object: 'Custmer' })]), 'zh-TW');
    expect(missing).toMatchObject({ message: '沒有物件「Custmer」。', hint: '您是不是要輸入「Customer」？' });
  });
});
