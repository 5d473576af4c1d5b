import type { Access } from './access.js';

/** Whether what names permission sets is there for somebody: everybody has what names none, an admin all of it. */
export function holdsAny(access: Pick<Access, 'admin' | 'permissionSets'>, permissionSets: readonly string[] | undefined): boolean {
  return access.admin || permissionSets === undefined || permissionSets.some((name) => access.permissionSets.includes(name));
}
