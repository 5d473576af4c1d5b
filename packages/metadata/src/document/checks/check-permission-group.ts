import type { Wording } from '@guanxi/field-types';
import { faultOf } from '../../problem.js';
import type { PermissionGroupDocument } from '../documents.js';
import { findField, findObject, type CheckContext } from './check-context.js';
import { checkNamed } from './check-named.js';

/** A group has sets that there are, mutes what there is, and is told apart from every set: people are given either by name. */
export function checkPermissionGroup(group: PermissionGroupDocument, context: CheckContext): void {
  if (context.model.permissions.some(({ name }) => name === group.name)) context.report(['name'], faultOf('permissionGroup.name', { ...sameName, words: { name: group.name } }));
  group.sets.forEach((name, index) => checkNamed('permissions', name, ['sets', index], context));
  for (const [name, muted] of Object.entries(group.muted?.objects ?? {})) {
    const place = ['muted', 'objects', name];
    const object = findObject(name, place, context);
    if (object) for (const field of Object.keys(muted.fields ?? {})) findField(object, field, [...place, 'fields', field], context);
  }
}

const sameName: Wording = {
  en: 'A permission set is called "{name}", too. People are given sets and groups by name, so choose another.',
  'zh-TW': '已有名為「{name}」的權限集。人員以名稱取得權限集與群組，請改用其他名稱。',
  'zh-CN': '已有名为“{name}”的权限集。人员以名称取得权限集与组，请改用其他名称。',
};
