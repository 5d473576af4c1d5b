import type { UserRow } from '../database/entities/user-row.js';
import type { Org } from '../orgs/org.js';
import type { UserType } from './user.type.js';

/** Somebody else's rights and habits are shown to admins only. */
export function presentUser(user: UserRow, org: Org, viewer: { readonly userId: string; readonly admin: boolean }): UserType {
  const open = viewer.admin || viewer.userId === user.id;
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    active: user.active,
    locale: user.locale ?? org.locale,
    timeZone: user.timeZone ?? org.timeZone,
    permissionSets: open ? user.permissionSets : [],
    ...(open && user.lastSignInAt && { lastSignInAt: user.lastSignInAt }),
  };
}
