import type { Wording } from '@guanxi/field-types';
import { setupAreas, type Model, type SetupArea } from '@guanxi/metadata';
import { resolveAccess, type Access } from '@guanxi/query';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { ADMIN_PERMISSION } from './admin-permission.js';
import { AreaFailure, setupRefusal } from './setup-rights.js';

/** Somebody whose rights are looked at or changed. */
export interface Holder {
  readonly permissionSets: readonly string[];
}

/** What people can be given: the built-in set, permission sets and groups of them. */
export function grantableNames(model: Model): readonly string[] {
  return [ADMIN_PERMISSION, ...model.permissions.map(({ name }) => name), ...model.permissionGroups.map(({ name }) => name)];
}

/**
 * Refuses what would give somebody more of Setup than the one who gives has: permission sets are given and taken by people with
 * the area `access`, `admin` by admins alone, and an area of Setup by those who have it.
 */
export function refuseGranting(model: Model, by: Access, before: readonly string[], after: readonly string[]): void {
  const isSame = before.length === after.length && before.every((name) => after.includes(name));
  if (isSame || by.admin) return;
  if (!by.setup.has('access')) throw setupRefusal(['access']);
  if (before.includes(ADMIN_PERMISSION) !== after.includes(ADMIN_PERMISSION)) throw new ApiFailure('FORBIDDEN', grantingFaults.admin);
  const had = areasOf(model, { permissionSets: before });
  const more = areasOf(model, { permissionSets: after }).filter((area) => !had.includes(area) && !by.setup.has(area));
  if (more.length > 0) throw new AreaFailure(grantingFaults.areas, more);
}

/** Refuses changes to people who may do more in Setup than the one who changes: a new password would open all that they may. */
export function refuseChanging(model: Model, by: Access, { permissionSets }: Holder): void {
  if (by.admin) return;
  if (permissionSets.includes(ADMIN_PERMISSION)) throw new ApiFailure('FORBIDDEN', grantingFaults.adminOnly);
  const more = areasOf(model, { permissionSets }).filter((area) => !by.setup.has(area));
  if (more.length > 0) throw new AreaFailure(grantingFaults.mighty, more);
}

function areasOf(model: Model, { permissionSets }: Holder): readonly SetupArea[] {
  if (permissionSets.includes(ADMIN_PERMISSION)) return setupAreas;
  return [...resolveAccess(model, permissionSets, { userId: '', admin: false }).setup];
}

const grantingFaults = {
  admin: { en: 'Only an admin makes somebody an admin, or takes it away.', 'zh-TW': '只有管理員可以指定或取消管理員。', 'zh-CN': '只有管理员可以指定或取消管理员。' },
  areas: {
    en: 'This would give the area {areas} of Setup, which you do not have yourself. Ask an admin.',
    'zh-TW': '這會授予設定的「{areas}」，而您自己並沒有這項權限。請洽詢管理員。',
    'zh-CN': '这会授予设置的“{areas}”，而您自己没有这项权限。请咨询管理员。',
  },
  adminOnly: { en: 'Only an admin changes an admin.', 'zh-TW': '只有管理員可以變更管理員。', 'zh-CN': '只有管理员可以更改管理员。' },
  mighty: {
    en: 'This person uses {areas} in Setup, which you do not. Ask an admin.',
    'zh-TW': '此人可使用設定的「{areas}」，而您不能。請洽詢管理員。',
    'zh-CN': '此人可使用设置的“{areas}”，而您不能。请咨询管理员。',
  },
} satisfies Readonly<Record<string, Wording>>;
