import type { ObjectPermission } from '@guanxi/metadata';

export const rights = ['read', 'create', 'edit', 'delete', 'import', 'export'] as const;
export type Right = (typeof rights)[number];
export const levels = ['none', 'own', 'shared', 'all'] as const;
export type Level = (typeof levels)[number];

export function levelOf(permission: ObjectPermission | undefined, right: Right): Level {
  const value = permission?.[right];
  return value === true ? 'all' : value === undefined || value === false ? 'none' : value;
}

/** Creating, importing and exporting have no records of one's own: they are granted or not. */
export function levelsOf(right: Right): readonly Level[] {
  return isScoped(right) ? levels : ['none', 'all'];
}

export function isScoped(right: Right): boolean {
  return right === 'read' || right === 'edit' || right === 'delete';
}

export function nextLevel(right: Right, level: Level): Level {
  const offered = levelsOf(right);
  return offered[(offered.indexOf(level) + 1) % offered.length] ?? 'none';
}

/** The grants of one object after a change. What cannot be read can be neither changed nor taken out, so these follow each other. */
export function setLevel(permission: ObjectPermission | undefined, right: Right, level: Level): ObjectPermission {
  const wanted = Object.fromEntries(rights.map((one) => [one, one === right ? level : levelOf(permission, one)])) as Record<Right, Level>;
  if (right === 'edit' || right === 'delete') wanted.read = higher(wanted.read, level);
  else if (right !== 'read' && level !== 'none') wanted.read = higher(wanted.read, 'own');
  for (const other of rights) {
    if (right !== 'read' || other === 'read') continue;
    wanted[other] = isScoped(other) ? lower(wanted[other], wanted.read) : level === 'none' ? 'none' : wanted[other];
  }
  const { fields } = permission ?? {};
  return {
    ...Object.fromEntries(rights.flatMap((one) => (wanted[one] === 'none' ? [] : [[one, isScoped(one) ? wanted[one] : true]]))),
    ...(fields && wanted.read !== 'none' && { fields }),
  };
}

/** The rights other than the changed one that a change has changed with it. */
export function impliedBy(before: ObjectPermission | undefined, after: ObjectPermission, changed: Right): readonly Right[] {
  return rights.filter((right) => right !== changed && levelOf(before, right) !== levelOf(after, right));
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
