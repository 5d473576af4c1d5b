import type { Model, ObjectPermission } from '@guanxi/metadata';
import { ADA, BOB, salesAccess, shop } from '../golden/shop.js';
import { resolveAccess } from './resolve-access.js';

function modelWith(...sets: { readonly name: string; readonly objects: Readonly<Record<string, ObjectPermission>> }[]): Model {
  const permissions = sets.map((set) => ({ kind: 'permissions' as const, title: set.name, guanxi: { id: set.name }, ...set }));
  return { ...shop, permissions };
}

const resolve = (model: Model, ...names: string[]) => resolveAccess(model, names, { userId: BOB, admin: false });

it('grants what any of the sets grants', () => {
  const model = modelWith(
    { name: 'a', objects: { Customer: { read: 'own', edit: 'own', fields: { score: { read: false } } } } },
    { name: 'b', objects: { Customer: { read: 'all', delete: 'own', fields: { rating: { edit: false } } } } },
  );
  const customer = resolve(model, 'a', 'b').objects.get('Customer');
  expect(customer).toMatchObject({ read: 'all', create: false, edit: 'own', delete: 'own' });
  expect(customer?.readableFields.has('score')).toBe(true);
  expect(customer?.editableFields.has('score')).toBe(false);
  expect(customer?.editableFields.has('rating')).toBe(true);
});

it('knows nothing of objects that may not be read, but people can always be seen', () => {
  const access = resolve(modelWith({ name: 'a', objects: { Customer: { create: true } } }), 'a', 'unknown');
  expect([...access.objects.keys()]).toEqual(['User']);
  expect(access.objects.get('User')).toMatchObject({ read: 'all', create: false, edit: 'none', delete: 'none' });
});

it('lets nobody write what the platform makes', () => {
  const admin = resolveAccess(shop, [], { userId: ADA, admin: true });
  const { editableFields } = admin.objects.get('Order') ?? {};
  expect([...(editableFields ?? [])].sort()).toEqual(['amount', 'customer', 'orderedOn', 'owner']);
});

it('has the same key for equal rights, whoever has them', () => {
  const model = modelWith({ name: 'a', objects: {} }, { name: 'b', objects: {} }, { name: 'admin', objects: {} });
  expect(resolve(model, 'b', 'a').key).toBe(resolveAccess(model, ['a', 'b', 'a'], { userId: ADA, admin: false }).key);
  expect(resolve(model, 'admin').key).not.toBe(resolveAccess(model, [], { userId: ADA, admin: true }).key);
  expect(resolve(model, 'a').key).not.toBe(resolve(model, 'b').key);
});

it('hides fields and keeps to own records as the document says', () => {
  const customer = salesAccess.objects.get('Customer');
  expect(customer).toMatchObject({ read: 'own', create: true, edit: 'own', delete: 'none' });
  expect(customer?.readableFields.has('score')).toBe(false);
  expect(customer?.editableFields.has('rating')).toBe(false);
});
