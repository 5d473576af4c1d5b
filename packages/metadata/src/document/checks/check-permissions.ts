import type { Wording } from '@guanxi/field-types';
import { faultOf } from '../../problem.js';
import type { PermissionDocument } from '../documents.js';
import { findField, findObject, type CheckContext } from './check-context.js';
import { checkRecordType } from './check-layout.js';

/** A permission set names existing objects, fields and record types, and grants nothing that needs what it withholds. */
export function checkPermissions(permissions: PermissionDocument, context: CheckContext): void {
  for (const [name, granted] of Object.entries(permissions.objects)) {
    const place = ['objects', name];
    const object = findObject(name, place, context);
    if (!object) continue;
    for (const field of Object.keys(granted.fields ?? {})) findField(object, field, [...place, 'fields', field], context);
    const words = { title: permissions.title, object: name };
    const needsRead = granted.edit !== undefined || granted.delete !== undefined;
    if (needsRead && granted.read === undefined) context.report([...place, 'read'], faultOf('permissions.read', { ...unread, words }, addRead));
    if (object.platform && (granted.create || granted.edit || granted.delete)) context.report(place, faultOf('permissions.platform', { ...platform, words }));
  }
  for (const [name, types] of Object.entries(permissions.recordTypes ?? {})) {
    const object = findObject(name, ['recordTypes', name], context);
    if (object) types.forEach((type, index) => checkRecordType(object, type, ['recordTypes', name, index], context));
  }
}

const unread: Wording = {
  en: '"{title}" lets people change {object} records that it does not let them read.',
  'zh-TW': '「{title}」允許變更 {object} 記錄，卻不允許讀取。',
  'zh-CN': '“{title}”允许更改 {object} 记录，却不允许读取。',
};
const addRead: Wording = { en: 'Add "read": "own" or "all".', 'zh-TW': '請加上「read」：「own」或「all」。', 'zh-CN': '请加上“read”：“own”或“all”。' };
const platform: Wording = {
  en: 'Records of {object} are kept by the platform; a permission set can only grant "read" on them.',
  'zh-TW': '{object} 記錄由平台維護；權限集只能授予「read」。',
  'zh-CN': '{object} 记录由平台维护；权限集只能授予“read”。',
};
