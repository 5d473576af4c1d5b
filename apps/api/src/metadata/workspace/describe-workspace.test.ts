import { parseDocuments, type Model, type ObjectDescription, type PermissionDocument } from '@guanxi/metadata';
import { resolveAccess } from '@guanxi/query';
import { readSolution } from '../../apps/read-solution.js';
import { describeWorkspace } from './describe-workspace.js';

const clerk: PermissionDocument = {
  kind: 'permissions',
  name: 'clerk',
  title: 'Clerk',
  objects: { Customer: { read: 'all', edit: 'own', fields: { email: { read: false }, name: { edit: false } } } },
  guanxi: { id: 'p-clerk' },
};

describe('the workspace of a person', () => {
  let model: Model;

  beforeAll(async () => {
    const parsed = parseDocuments([...(await readSolution('winback')), clerk]);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    model = parsed.value;
  });

  const describeFor = (names: readonly string[], locale = 'en') =>
    describeWorkspace({ model, revision: 3, locale, orgName: 'Org', access: resolveAccess(model, names, { userId: 'u', admin: names.includes('admin') }) });
  const find = (objects: readonly ObjectDescription[], name: string) => objects.find((object) => object.name === name);

  it('has everything for an admin', () => {
    const { apps, objects, revision } = describeFor(['admin']);
    expect(revision).toBe(3);
    expect(apps.map(({ navigation }) => navigation)).toEqual([expect.arrayContaining(['Customer', 'Order', 'Task'])]);
    expect(objects.map(({ name }) => name)).toEqual(['Customer', 'Order', 'Task', 'User']);
    expect(find(objects, 'Customer')).toMatchObject({ canCreate: true, canEdit: true, canDelete: true });
    expect(find(objects, 'Customer')?.relations.map(({ object }) => object)).toEqual(expect.arrayContaining(['Order', 'Task']));
  });

  it('has no trace of what somebody may not read', () => {
    const workspace = describeFor(['clerk']);
    expect(workspace.apps.flatMap(({ navigation }) => navigation)).toEqual(['Customer']);
    expect(workspace.objects.map(({ name }) => name)).toEqual(['Customer', 'User']);
    const customer = find(workspace.objects, 'Customer');
    expect(customer).toMatchObject({ canCreate: false, canEdit: true, canDelete: false, relations: [], layout: { relatedLists: [] } });
    expect(customer?.fields.find(({ name }) => name === 'name')?.writable).toBe(false);
    expect(JSON.stringify(customer)).not.toContain('"email"');
  });

  it('speaks the language of the person', () => {
    const task = find(describeFor(['admin'], 'zh-TW').objects, 'Task');
    expect(task?.label).not.toBe('Task');
    expect(task?.fields.find(({ name }) => name === 'subject')?.label).toBe('主旨');
    expect(task?.fields.find(({ name }) => name === 'type')?.valueLabels).toMatchObject({ call: '電話' });
  });

  it('gives every object a layout, generated where none was made', () => {
    const own = describeFor(['admin']).objects.filter(({ platform }) => !platform);
    for (const object of own) expect([object.name, object.layout.sections.length > 0]).toEqual([object.name, true]);
  });
});
