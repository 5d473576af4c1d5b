import type { Model, ObjectPermission } from '@guanxi/metadata';
import { ADA, BOB, shop } from '../golden/shop.js';
import { limitAccess } from './limit-access.js';
import { resolveAccess } from './resolve-access.js';

function modelWith(...sets: { readonly name: string; readonly objects: Readonly<Record<string, ObjectPermission>> }[]): Model {
  return { ...shop, permissions: sets.map((set) => ({ kind: 'permissions' as const, title: set.name, guanxi: { id: set.name }, ...set })) };
}

const model = modelWith(
  { name: 'sales', objects: { Customer: { read: 'own', create: true, edit: 'own', fields: { score: { read: false } } } } },
  { name: 'reports', objects: { Customer: { read: 'all', delete: 'all', fields: { rating: { read: false } } }, Order: { read: 'all' } } },
);

it('grants what both grant, and nothing that one of them does not', () => {
  const sales = resolveAccess(model, ['sales'], { userId: BOB, admin: false });
  const limited = limitAccess(sales, resolveAccess(model, ['reports'], { userId: BOB, admin: false }));
  expect(limited.objects.get('Customer')).toMatchObject({ read: 'own', create: false, edit: 'none', delete: 'none' });
  expect(limited.objects.has('Order')).toBe(false);
  expect(['score', 'rating'].some((name) => limited.objects.get('Customer')?.readableFields.has(name))).toBe(false);
});

it('makes no admin of somebody who is limited to permission sets, and changes nothing of who they are', () => {
  const admin = resolveAccess(model, [], { userId: ADA, admin: true });
  const limited = limitAccess(admin, resolveAccess(model, ['reports'], { userId: ADA, admin: false }));
  expect(limited).toMatchObject({ admin: false, userId: ADA, limited: true, permissionSets: ['reports'] });
  expect([...limited.objects.keys()].sort()).toEqual(['Customer', 'Order', 'User']);
  expect(limited.key).not.toBe(admin.key);
  expect(limitAccess(resolveAccess(model, ['sales'], { userId: BOB, admin: false }), admin).admin).toBe(false);
});
