import type { ObjectPermission, PermissionDocument } from '@guanxi/metadata';
import { fieldGivers, isFieldMuted, muteLevel, sumLevel, turnMuting } from './sum-sets.js';

const set = (name: string, permission: ObjectPermission): PermissionDocument => ({ kind: 'permissions', name, title: name, objects: { Account: permission }, guanxi: { id: name } });
const sets = [set('a', { read: 'own', edit: 'own', fields: { cost: { read: false } } }), set('b', { read: 'shared', fields: { rate: { read: false } } }), set('c', { create: true })];

it('adds sets up as the server does: the widest counts, and what cannot be read grants nothing', () => {
  expect(sumLevel(sets, 'Account', 'read')).toBe('shared');
  expect(sumLevel(sets, 'Account', 'edit')).toBe('own');
  expect(sumLevel(sets, 'Account', 'create')).toBe('none');
});

it('tells by which sets a field is granted', () => {
  expect(fieldGivers(sets, 'Account', 'cost', 'read').map(({ name }) => name)).toEqual(['b']);
  expect(fieldGivers(sets, 'Account', 'rate', 'edit').map(({ name }) => name)).toEqual(['a']);
});

it('mutes rights, scopes and fields', () => {
  expect(muteLevel('all', 'edit', { edit: true })).toBe('none');
  expect(muteLevel('all', 'delete', { read: true })).toBe('none');
  expect(muteLevel('all', 'edit', { atMost: 'shared' })).toBe('shared');
  expect(muteLevel('all', 'create', { atMost: 'own' })).toBe('all');
  expect(isFieldMuted({ fields: { cost: { read: true } } }, 'cost', 'edit')).toBe(true);
});

it('turns muting on and off, and keeps nothing that mutes nothing', () => {
  const muted = turnMuting(undefined, 'edit');
  expect(muted).toEqual({ edit: true });
  expect(turnMuting(muted, 'edit')).toBeUndefined();
  const field = turnMuting(muted, { field: 'cost', right: 'read' });
  expect(field).toEqual({ edit: true, fields: { cost: { read: true } } });
  expect(turnMuting(field, { field: 'cost', right: 'read' })).toEqual({ edit: true });
  expect(turnMuting(muted, { atMost: 'own' })).toEqual({ edit: true, atMost: 'own' });
});
