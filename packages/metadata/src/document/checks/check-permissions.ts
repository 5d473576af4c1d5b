import type { PermissionDocument } from '../documents.js';
import { findField, findObject, type CheckContext } from './check-context.js';

/** A permission set names existing objects and fields, and grants nothing that needs what it withholds. */
export function checkPermissions(permissions: PermissionDocument, context: CheckContext): void {
  for (const [name, granted] of Object.entries(permissions.objects)) {
    const place = ['objects', name];
    const object = findObject(name, place, context);
    if (!object) continue;
    for (const field of Object.keys(granted.fields ?? {})) findField(object, field, [...place, 'fields', field], context);
    const needsRead = granted.edit !== undefined || granted.delete !== undefined;
    if (needsRead && granted.read === undefined) {
      context.report([...place, 'read'], {
        code: 'permissions.read',
        message: `"${permissions.title}" lets people change ${name} records that it does not let them read.`,
        hint: 'Add "read": "own" or "all".',
      });
    }
    if (object.platform && (granted.create || granted.edit || granted.delete)) {
      context.report(place, { code: 'permissions.platform', message: `Records of ${name} are kept by the platform; a permission set can only grant "read" on them.` });
    }
  }
}
