import { indexFields } from './index-fields.js';
import type { ObjectModel, RelationModel } from './model.js';
import { USER, systemField } from './system-fields.js';

/** The people of the org, as its records point to them: table `_user`, kept by the platform, read-only here. */
export function makeUserObject(relations: readonly RelationModel[]): ObjectModel {
  const fields = [
    systemField('id', 'recordId', 'ID', { column: 'id', required: true, unique: true }),
    systemField('name', 'text', 'Name', { column: 'name', required: true }),
    systemField('email', 'email', 'Email', { column: 'email', required: true }),
    systemField('active', 'boolean', 'Active', { column: 'active', required: true }),
  ];
  return {
    id: 'system.User',
    name: USER,
    singular: 'user',
    plural: 'users',
    label: 'User',
    pluralLabel: 'Users',
    icon: 'user',
    color: 'indigo',
    table: '_user',
    nameField: 'name',
    activity: false,
    platform: true,
    ...indexFields(fields, relations),
    rules: [],
    recordTypes: [],
    duplicateRules: [],
    compact: ['email'],
  };
}
