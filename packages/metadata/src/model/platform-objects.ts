import { indexFields } from './index-fields.js';
import type { FieldModel, ObjectModel, RelationModel } from './model.js';
import { FILE, USER, systemField } from './system-fields.js';

/** The people of the org, as its records point to them: table `_user`, kept by the platform, read-only here. */
export function makeUserObject(relations: readonly RelationModel[]): ObjectModel {
  const fields = [
    systemField('id', 'recordId', 'ID', { column: 'id', required: true, unique: true }),
    systemField('name', 'text', 'Name', { column: 'name', required: true }),
    systemField('email', 'email', 'Email', { column: 'email', required: true }),
    systemField('active', 'boolean', 'Active', { column: 'active', required: true }),
    systemField('manager', 'user', 'Manager', { column: 'manager_id', target: USER }),
  ];
  return platformObject({ name: USER, singular: 'user', label: 'User', color: 'indigo', table: '_user', compact: ['email'] }, fields, relations);
}

/** What has been uploaded, as file and image fields point to it: table `_file`. Its content is had by its address alone. */
export function makeFileObject(relations: readonly RelationModel[]): ObjectModel {
  const fields = [
    systemField('id', 'recordId', 'ID', { column: 'id', required: true, unique: true }),
    systemField('name', 'text', 'Name', { column: 'name', required: true }),
    systemField('contentType', 'text', 'Content type', { column: 'content_type', required: true }),
    systemField('size', 'integer', 'Size (bytes)', { column: 'size', required: true }),
    systemField('sha256', 'text', 'SHA-256 digest', { column: 'sha256', required: true }),
  ];
  return platformObject({ name: FILE, singular: 'file', label: 'File', color: 'gray', table: '_file', compact: ['contentType', 'size'] }, fields, relations);
}

type PlatformObject = Pick<ObjectModel, 'name' | 'singular' | 'label' | 'color' | 'table' | 'compact'>;

function platformObject(object: PlatformObject, fields: readonly FieldModel[], relations: readonly RelationModel[]): ObjectModel {
  return {
    id: `system.${object.name}`,
    ...object,
    plural: `${object.singular}s`,
    pluralLabel: `${object.label}s`,
    icon: object.singular,
    nameField: 'name',
    activity: false,
    platform: true,
    ...indexFields(fields, relations),
    rules: [],
    recordTypes: [],
    duplicateRules: [],
  };
}
