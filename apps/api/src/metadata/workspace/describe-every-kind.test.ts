import { parseDocuments, type Model, type PermissionDocument } from '@guanxi/metadata';
import { resolveAccess } from '@guanxi/query';
import { everyDocument } from '../../testing/every-document.js';
import { describeWorkspace } from './describe-workspace.js';

const clerk: PermissionDocument = {
  kind: 'permissions',
  name: 'clerk',
  title: 'Clerk',
  objects: { Customer: { read: 'all', edit: 'all' }, Visit: { read: 'all', edit: 'all', create: true, fields: { done: { read: false }, count: { read: false }, topic: { read: false } } } },
  guanxi: { id: 'p-clerk' },
};

const model = (): Model => {
  const parsed = parseDocuments([...everyDocument(), clerk]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, undefined, 1));
  return parsed.value;
};

const describeFor = (names: readonly string[]) => {
  const access = resolveAccess(model(), names, { userId: 'u', admin: names.includes('admin') });
  const { objects, apps } = describeWorkspace({ model: model(), revision: 1, locale: 'en', orgName: 'Org', access });
  const visit = objects.find(({ name }) => name === 'Visit');
  return { objects, apps, visit, field: (name: string) => visit?.fields.find((one) => one.name === name) };
};

describe('the description of an object with everything', () => {
  it('tells an admin what pages need', () => {
    const { visit, field } = describeFor(['admin']);
    expect(visit?.recordTypes?.map(({ name, isDefault, offered, values }) => [name, isDefault, offered, values])).toEqual([['sales', true, true, { topic: ['price'] }], ['service', false, false, {}]]);
    expect(visit?.actions).toEqual([{ name: 'callBack', title: 'Call back', visibleWhen: 'NOT(done)', confirm: 'Sure?', do: { update: { values: { done: 'TRUE' } } } }]);
    expect(field('subject')).toMatchObject({ visibleWhen: 'NOT(done)', defaultFormula: "'Visit of ' & $User.name" });
    expect(field('label')).toMatchObject({ formula: "subject & ' (' & customer.name & ')'", storage: 'computed', value: { type: 'text' }, writable: false });
    expect(field('detail')?.dependsOn).toEqual({ field: 'topic', values: { price: ['high'], goods: ['broken'] } });
    expect(field('about')).toMatchObject({ members: ['aboutCustomer', 'aboutContact'], writable: true });
    expect(field('aboutCustomer')).toMatchObject({ memberOf: 'about', target: 'Customer', writable: false });
    expect(field('priceConverted')?.convertedFrom).toBe('price');
  });

  it('has no trace of what somebody may not read, in no formula, rule, button or dependency', () => {
    const { visit, field, objects } = describeFor(['clerk']);
    expect(JSON.stringify(visit)).not.toMatch(/\b(done|count|topic|double)\b/);
    expect(visit?.actions).toBeUndefined();
    expect(field('subject')?.visibleWhen).toBeUndefined();
    expect(field('detail')?.dependsOn).toBeUndefined();
    expect(field('outside')).not.toHaveProperty('requiredWhen');
    expect(objects.find(({ name }) => name === 'Customer')?.fields.some(({ name }) => name === 'total')).toBe(false);
    expect(objects.some(({ name }) => name === 'Contact')).toBe(false);
    expect(JSON.stringify(objects.map(({ fields, relations }) => [fields, relations]))).not.toContain('Contact');
  });

  it('shows apps and layouts to those that they are for', () => {
    expect(describeFor(['sales']).apps.map(({ name }) => name)).toEqual(['visits']);
    expect(describeFor(['clerk']).apps.map(({ name }) => name)).toEqual(['all']);
    expect(Object.keys(describeFor(['sales']).visit?.layouts ?? {})).toEqual(['sales']);
    expect(describeFor(['clerk']).visit?.layouts).toBeUndefined();
  });
});
