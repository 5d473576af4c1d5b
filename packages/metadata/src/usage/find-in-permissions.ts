import type { PermissionDocument } from '../document/documents.js';
import type { SoughtField, Spot } from './usage.js';

export function findInPermissions(permissions: PermissionDocument, { object, field }: SoughtField): readonly Spot[] {
  const fields = permissions.objects[object.name]?.fields ?? {};
  return Object.hasOwn(fields, field.name) ? [['objects', object.name, 'fields', field.name]] : [];
}
