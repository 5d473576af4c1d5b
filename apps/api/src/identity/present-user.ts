import type { Access } from '@guanxi/query';
import type { UserRow } from '../database/entities/user-row.js';
import { mayUseSetup } from '../access/setup-rights.js';
import type { Org } from '../orgs/org.js';
import type { UserType } from './user.type.js';

/** Somebody else's rights and habits are shown to those who may change them; a partner learns what people are called. */
export function presentUser(user: UserRow, org: Org, viewer: Pick<Access, 'userId' | 'admin' | 'setup' | 'partner'>): UserType {
  const isSelf = viewer.userId === user.id;
  const open = isSelf || mayUseSetup(viewer, ['people', 'access']);
  return {
    id: user.id,
    name: user.name,
    email: viewer.partner && !isSelf ? '' : user.email,
    active: user.active,
    status: !user.active ? 'inactive' : user.invitedAt ? 'invited' : 'active',
    locale: user.locale ?? org.locale,
    timeZone: user.timeZone ?? org.timeZone,
    permissionSets: open ? user.permissionSets : [],
    ...(open && user.lastSignInAt && { lastSignInAt: user.lastSignInAt }),
  };
}
