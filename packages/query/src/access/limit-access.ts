import type { Access, ObjectAccess, RecordScope } from './access.js';

/** What `access` grants as far as `limit` grants it, too: for a program that works for somebody but not with all their rights. */
export function limitAccess(access: Access, limit: Access): Access {
  const objects = [...access.objects].flatMap(([name, own]) => {
    const other = limit.objects.get(name);
    const both = other && meet(own, other);
    return both && both.read !== 'none' ? [[name, Object.freeze(both)] as const] : [];
  });
  const permissionSets = access.admin ? limit.permissionSets : limit.admin ? access.permissionSets : limit.permissionSets.filter((name) => access.permissionSets.includes(name));
  return Object.freeze({
    key: `${access.key} within ${limit.key}`, userId: access.userId, admin: access.admin && limit.admin, setup: intersect(access.setup, limit.setup), partner: access.partner, permissionSets, objects: new Map(objects), limited: true,
  });
}

function meet(left: ObjectAccess, right: ObjectAccess): ObjectAccess {
  const recordTypes = left.recordTypes && right.recordTypes ? intersect(left.recordTypes, right.recordTypes) : (left.recordTypes ?? right.recordTypes);
  return {
    read: narrower(left.read, right.read),
    create: left.create && right.create,
    edit: narrower(left.edit, right.edit),
    delete: narrower(left.delete, right.delete),
    import: left.import && right.import,
    export: left.export && right.export,
    readableFields: intersect(left.readableFields, right.readableFields),
    editableFields: intersect(left.editableFields, right.editableFields),
    ...(recordTypes && { recordTypes }),
  };
}

function narrower(left: RecordScope, right: RecordScope): RecordScope {
  return (['none', 'own', 'shared'] as const).find((scope) => left === scope || right === scope) ?? 'all';
}

function intersect<T>(left: ReadonlySet<T>, right: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...left].filter((name) => right.has(name)));
}
