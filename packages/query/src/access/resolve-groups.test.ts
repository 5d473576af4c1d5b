import type { MutedPermissions, Model, ObjectPermission, SetupArea } from '@guanxi/metadata';
import { ADA, BOB, shop } from '../golden/shop.js';
import type { ObjectAccess } from './access.js';
import { limitAccess } from './limit-access.js';
import { resolveAccess } from './resolve-access.js';

interface SetWish {
  readonly objects?: Readonly<Record<string, ObjectPermission>>;
  readonly setup?: readonly SetupArea[];
  readonly recordTypes?: Readonly<Record<string, readonly string[]>>;
}

interface GroupWish {
  readonly sets: readonly string[];
  readonly muted?: MutedPermissions;
}

function modelOf(sets: Readonly<Record<string, SetWish>>, groups: Readonly<Record<string, GroupWish>> = {}): Model {
  return {
    ...shop,
    permissions: Object.entries(sets).map(([name, wish]) => ({ kind: 'permissions' as const, name, title: name, objects: {}, guanxi: { id: name }, ...wish })),
    permissionGroups: Object.entries(groups).map(([name, wish]) => ({ kind: 'permission-group' as const, name, title: name, guanxi: { id: name }, ...wish })),
  };
}

const resolve = (model: Model, ...names: string[]) => resolveAccess(model, names, { userId: BOB, admin: false });
const partner = (model: Model, ...names: string[]) => resolveAccess(model, names, { userId: BOB, admin: false, partner: true });
const everything: ObjectPermission = { read: 'all', create: true, edit: 'all', delete: 'all', import: true, export: true };

/** Customers by a group of one set that grants everything, but for what is muted. */
function muting(muted: NonNullable<MutedPermissions['objects']>[string], beside: ObjectPermission = {}): ObjectAccess | undefined {
  const model = modelOf({ full: { objects: { Customer: everything } }, beside: { objects: { Customer: beside } } }, { group: { sets: ['full'], muted: { objects: { Customer: muted } } } });
  return resolve(model, 'group', 'beside').objects.get('Customer');
}

describe('a group of permission sets', () => {
  it('grants what its sets grant together, and names them', () => {
    const model = modelOf(
      { reader: { objects: { Customer: { read: 'own', export: true } }, setup: ['data'] }, writer: { objects: { Customer: { read: 'shared', create: true, edit: 'own' }, Order: { read: 'all' } }, setup: ['audit'] } },
      { both: { sets: ['reader', 'writer'] } },
    );
    const access = resolve(model, 'both');
    expect(access.permissionSets).toEqual(['reader', 'writer']);
    expect([...access.setup].sort()).toEqual(['audit', 'data']);
    expect(access.objects.get('Customer')).toEqual(resolve(model, 'reader', 'writer').objects.get('Customer'));
    expect(access.objects.get('Customer')).toMatchObject({ read: 'shared', create: true, edit: 'own', delete: 'none', export: true, import: false });
  });

  it('takes out what it mutes', () => {
    expect(muting({ read: true })).toBeUndefined();
    expect(muting({ create: true })).toMatchObject({ create: false, edit: 'all' });
    expect(muting({ edit: true })).toMatchObject({ create: true, edit: 'none' });
    expect(muting({ delete: true })).toMatchObject({ delete: 'none' });
    expect(muting({ import: true, export: true })).toMatchObject({ import: false, export: false });
    expect(muting({ atMost: 'shared' })).toMatchObject({ read: 'shared', edit: 'shared', delete: 'shared' });
    expect(muting({ atMost: 'own' })).toMatchObject({ read: 'own', edit: 'own', delete: 'own' });
  });

  it('mutes fields, but never what the platform keeps of every record', () => {
    const customer = muting({ fields: { score: { read: true }, rating: { edit: true }, id: { read: true } } });
    expect(customer?.readableFields.has('score')).toBe(false);
    expect(customer?.editableFields.has('score')).toBe(false);
    expect(customer?.readableFields.has('rating')).toBe(true);
    expect(customer?.editableFields.has('rating')).toBe(false);
    expect(customer?.readableFields.has('id')).toBe(true);
  });

  it('lets nothing be written through it once creating and editing are muted', () => {
    const customer = muting({ create: true, edit: true }, { read: 'own', edit: 'own', fields: { rating: { edit: false } } });
    expect(customer).toMatchObject({ read: 'all', create: false, edit: 'own', import: true });
    expect(customer?.editableFields.has('rating')).toBe(false);
    expect(customer?.editableFields.has('name')).toBe(true);
    expect(muting({ create: true, edit: true })).toMatchObject({ import: false });
  });

  it('mutes nothing of what is held beside it', () => {
    expect(muting({ read: true }, { read: 'own', delete: 'own' })).toMatchObject({ read: 'own', create: false, delete: 'own' });
    expect(muting({ atMost: 'own' }, { read: 'shared' })).toMatchObject({ read: 'shared', edit: 'own' });
  });

  it('mutes areas of Setup, but not those of another set', () => {
    const model = modelOf({ a: { setup: ['people', 'access'] }, b: { setup: ['access'] } }, { group: { sets: ['a'], muted: { setup: ['access'] } } });
    expect([...resolve(model, 'group').setup]).toEqual(['people']);
    expect([...resolve(model, 'group', 'b').setup].sort()).toEqual(['access', 'people']);
  });

  it('has another key than its sets have, as it mutes of them', () => {
    const model = modelOf({ a: { objects: { Customer: everything } } }, { group: { sets: ['a'], muted: { objects: { Customer: { delete: true } } } } });
    expect(resolve(model, 'group').key).not.toBe(resolve(model, 'a').key);
    expect(resolve(model, 'group').key).toBe(resolveAccess(model, ['group', 'group'], { userId: ADA, admin: false }).key);
  });

  it('keeps record types to those of the sets that let people write', () => {
    const set = (types: string[] | undefined, permission: ObjectPermission): SetWish => ({ objects: { Customer: permission }, ...(types && { recordTypes: { Customer: types } }) });
    const model = modelOf({ a: set(['x'], everything), b: set(['y'], everything), reader: set(undefined, { read: 'all' }), free: set(undefined, everything) }, { ab: { sets: ['a', 'b'] } });
    const typesOf = (...names: string[]) => resolve(model, ...names).objects.get('Customer')?.recordTypes;
    expect([...(typesOf('ab', 'reader') ?? [])]).toEqual(['x', 'y']);
    expect(typesOf('ab', 'free')).toBeUndefined();
  });
});

describe('import and export', () => {
  it('are not there where no set grants them, and an admin has them', () => {
    const model = modelOf({ a: { objects: { Customer: { read: 'all', create: true, edit: 'all' } } } });
    expect(resolve(model, 'a').objects.get('Customer')).toMatchObject({ import: false, export: false });
    expect(resolveAccess(model, [], { userId: ADA, admin: true }).objects.get('Customer')).toMatchObject({ import: true, export: true });
  });

  it('brings nothing in where nothing may be written', () => {
    expect(resolve(modelOf({ a: { objects: { Customer: { read: 'all', import: true } } } }), 'a').objects.get('Customer')).toMatchObject({ import: false });
  });
});

describe('a partner', () => {
  const model = modelOf({ full: { objects: { Customer: everything, Order: { read: 'own' } }, setup: ['people'] } });

  it('has no more than what is shared where a set grants all', () => {
    const { objects } = partner(model, 'full');
    expect(objects.get('Customer')).toMatchObject({ read: 'shared', create: true, edit: 'shared', delete: 'shared' });
    expect(objects.get('Order')).toMatchObject({ read: 'own' });
  });

  it('uses no Setup and is no admin', () => {
    const admin = resolveAccess(model, ['full'], { userId: BOB, admin: true, partner: true });
    expect(admin).toMatchObject({ admin: false, partner: true });
    expect(admin.setup.size + partner(model, 'full').setup.size).toBe(0);
    expect(partner(model, 'full').key).not.toBe(resolve(model, 'full').key);
  });

  it('learns what people are called and not how to reach them', () => {
    const person = partner(model, 'full').objects.get('User');
    expect(person).toMatchObject({ read: 'all', export: false });
    expect(person?.readableFields.has('name')).toBe(true);
    expect(person?.readableFields.has('email')).toBe(false);
  });
});

describe('a key with limits', () => {
  const model = modelOf(
    { full: { objects: { Customer: everything }, setup: ['people', 'data'] }, reader: { objects: { Customer: { read: 'all', export: true }, Order: { read: 'all' } }, setup: ['data', 'audit'] } },
    { muted: { sets: ['full'], muted: { objects: { Customer: { delete: true, fields: { score: { read: true } } } }, setup: ['people'] } } },
  );

  it('has what its owner and its limit have alike, groups resolved on both sides', () => {
    const limited = limitAccess(resolve(model, 'full'), resolve(model, 'muted'));
    expect(limited.objects.get('Customer')).toMatchObject({ read: 'all', edit: 'all', delete: 'none' });
    expect(limited.objects.get('Customer')?.readableFields.has('score')).toBe(false);
    expect([...limited.setup]).toEqual(['data']);
    expect(limited.permissionSets).toEqual(['full']);
  });

  it('is bound by the muting of its owner, too', () => {
    const limited = limitAccess(resolve(model, 'muted'), resolve(model, 'full', 'reader'));
    expect(limited.objects.get('Customer')).toMatchObject({ delete: 'none', import: true, export: true });
    expect(limited.objects.has('Order')).toBe(false);
    expect([...limited.setup]).toEqual(['data']);
  });

  it('of a partner goes no further than the partner', () => {
    const limited = limitAccess(partner(model, 'full'), resolve(model, 'reader'));
    expect(limited).toMatchObject({ partner: true, admin: false });
    expect(limited.objects.get('Customer')).toMatchObject({ read: 'shared' });
  });
});
