import type { ObjectPermission } from '@guanxi/metadata';

export const rights = ['read', 'create', 'edit', 'delete'] as const;
export type Right = (typeof rights)[number];
export const levels = ['none', 'own', 'shared', 'all'] as const;
export type Level = (typeof levels)[number];

export function levelOf(permission: ObjectPermission | undefined, right: Right): Level {
  const value = permission?.[right];
  return value === true ? 'all' : value === undefined || value === false ? 'none' : value;
}

/** `create` has no records of one's own: it is granted or not. */
export function levelsOf(right: Right): readonly Level[] {
  return right === 'create' ? ['none', 'all'] : levels;
}

/** The grants of one object after a change. What cannot be read can be neither edited nor deleted, so these follow each other. */
export function setLevel(permission: ObjectPermission | undefined, right: Right, level: Level): ObjectPermission {
  const wanted: Record<Right, Level> = { read: levelOf(permission, 'read'), create: levelOf(permission, 'create'), edit: levelOf(permission, 'edit'), delete: levelOf(permission, 'delete'), [right]: level };
  for (const other of ['edit', 'delete'] as const) {
    if (right === 'read') wanted[other] = lower(wanted[other], wanted.read);
    else if (right === other) wanted.read = higher(wanted.read, level);
  }
  if (right === 'create' && level !== 'none') wanted.read = higher(wanted.read, 'own');
  if (right === 'read' && level === 'none') wanted.create = 'none';
  const { fields } = permission ?? {};
  return {
    ...(wanted.read !== 'none' && { read: wanted.read }), ...(wanted.create !== 'none' && { create: true }),
    ...(wanted.edit !== 'none' && { edit: wanted.edit }), ...(wanted.delete !== 'none' && { delete: wanted.delete }),
    ...(fields && { fields }),
  };
}

/** Sets an exception for a field, or takes it away where it says no more than the object does. */
export function setFieldRight(permission: ObjectPermission, field: string, right: 'read' | 'edit', isAllowed: boolean): ObjectPermission {
  const { [field]: before = {}, ...others } = permission.fields ?? {};
  const wanted = { read: before.read !== false, edit: before.edit !== false, [right]: isAllowed };
  if (right === 'read' && !isAllowed) wanted.edit = false;
  if (right === 'edit' && isAllowed) wanted.read = true;
  const exception = { ...(!wanted.read && { read: false }), ...(!wanted.edit && wanted.read && { edit: false }) };
  const fields = Object.keys(exception).length > 0 ? { ...others, [field]: exception } : others;
  const { fields: _fields, ...rest } = permission;
  return { ...rest, ...(Object.keys(fields).length > 0 && { fields }) };
}

export function isGranted(permission: ObjectPermission | undefined): boolean {
  return rights.some((right) => levelOf(permission, right) !== 'none');
}

function rank(level: Level): number { return levels.indexOf(level); }
function lower(left: Level, right: Level): Level { return rank(left) < rank(right) ? left : right; }
function higher(left: Level, right: Level): Level { return rank(left) > rank(right) ? left : right; }
