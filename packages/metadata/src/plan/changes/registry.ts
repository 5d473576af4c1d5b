import type { ChangeDefinition } from '../change.js';
import { addField } from './add-field.js';
import { addUnique } from './add-unique.js';
import { changeDerivation } from './change-derivation.js';
import { changeField } from './change-field.js';
import { changeFieldKind } from './change-field-kind.js';
import { changeFieldSettings } from './change-field-settings.js';
import { changeNameField } from './change-name-field.js';
import { changeObject } from './change-object.js';
import { changeRelation } from './change-relation.js';
import { changeTarget } from './change-target.js';
import { createObject } from './create-object.js';
import { documentChanges } from './document-changes.js';
import { dropUnique } from './drop-unique.js';
import { indexField } from './index-field.js';
import { makeOptional } from './make-optional.js';
import { makeRequired } from './make-required.js';
import { objectRules } from './object-rules.js';
import { removeField } from './remove-field.js';
import { removeObject } from './remove-object.js';
import { renameField } from './rename-field.js';
import { renameObject } from './rename-object.js';

export type ChangeKind =
  | 'removeObject' | 'removeField' | 'renameObject' | 'renameField' | 'createObject' | 'addField'
  | 'changeFieldKind' | 'changeFieldSettings' | 'changeTarget' | 'changeRelation' | 'changeDerivation'
  | 'makeOptional' | 'makeRequired' | 'dropUnique' | 'addUnique' | 'indexField'
  | 'changeRecordTypes' | 'changeRules' | 'changeDuplicateRules'
  | 'changeNameField' | 'changeObject' | 'changeField'
  | `${'add' | 'change' | 'remove'}${'Layout' | 'View' | 'Workflow' | 'Permissions' | 'App' | 'Picklist' | 'Action' | 'MessageTemplate' | 'DocumentTemplate' | 'BusinessCalendar' | 'Queue' | 'PermissionGroup' | 'Role' | 'Team' | 'SharingRule' | 'RetentionRule'}`;

const layout = documentChanges('layout');
const view = documentChanges('view');
const workflow = documentChanges('workflow');
const permissions = documentChanges('permissions');
const app = documentChanges('app');
const picklist = documentChanges('picklist');
const action = documentChanges('action');
const messageTemplate = documentChanges('message-template');
const documentTemplate = documentChanges('document-template');
const businessCalendar = documentChanges('business-calendar');
const queue = documentChanges('queue');
const permissionGroup = documentChanges('permission-group');
const role = documentChanges('role');
const team = documentChanges('team');
const sharingRule = documentChanges('sharing-rule');
const retentionRule = documentChanges('retention-rule');

/**
 * Every kind of change, in the order they are run: what goes makes room for names, names are settled before tables and
 * columns come, columns come before they are converted and constrained.
 */
export const changes: Readonly<Record<ChangeKind, ChangeDefinition>> = {
  removeObject,
  removeField,
  renameObject,
  renameField,
  createObject,
  addField,
  changeFieldKind,
  changeFieldSettings,
  changeTarget,
  changeRelation,
  changeDerivation,
  makeOptional,
  makeRequired,
  dropUnique,
  addUnique,
  indexField,
  changeRecordTypes: objectRules('recordTypes'),
  changeRules: objectRules('rules'),
  changeDuplicateRules: objectRules('duplicates'),
  changeNameField,
  changeObject,
  changeField,
  addLayout: layout.add,
  changeLayout: layout.change,
  removeLayout: layout.remove,
  addView: view.add,
  changeView: view.change,
  removeView: view.remove,
  addWorkflow: workflow.add,
  changeWorkflow: workflow.change,
  removeWorkflow: workflow.remove,
  addPermissions: permissions.add,
  changePermissions: permissions.change,
  removePermissions: permissions.remove,
  addApp: app.add,
  changeApp: app.change,
  removeApp: app.remove,
  addPicklist: picklist.add,
  changePicklist: picklist.change,
  removePicklist: picklist.remove,
  addAction: action.add,
  changeAction: action.change,
  removeAction: action.remove,
  addMessageTemplate: messageTemplate.add,
  changeMessageTemplate: messageTemplate.change,
  removeMessageTemplate: messageTemplate.remove,
  addDocumentTemplate: documentTemplate.add,
  changeDocumentTemplate: documentTemplate.change,
  removeDocumentTemplate: documentTemplate.remove,
  addBusinessCalendar: businessCalendar.add,
  changeBusinessCalendar: businessCalendar.change,
  removeBusinessCalendar: businessCalendar.remove,
  addQueue: queue.add,
  changeQueue: queue.change,
  removeQueue: queue.remove,
  addPermissionGroup: permissionGroup.add,
  changePermissionGroup: permissionGroup.change,
  removePermissionGroup: permissionGroup.remove,
  addRole: role.add,
  changeRole: role.change,
  removeRole: role.remove,
  addTeam: team.add,
  changeTeam: team.change,
  removeTeam: team.remove,
  addSharingRule: sharingRule.add,
  changeSharingRule: sharingRule.change,
  removeSharingRule: sharingRule.remove,
  addRetentionRule: retentionRule.add,
  changeRetentionRule: retentionRule.change,
  removeRetentionRule: retentionRule.remove,
};
