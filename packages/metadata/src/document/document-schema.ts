import type { JsonSchema } from '@guanxi/field-types';
import type { DocumentKind } from './documents.js';
import { makeActionSchema } from './schemas/action.schema.js';
import { makeAppSchema } from './schemas/app.schema.js';
import { makeBusinessCalendarSchema } from './schemas/business-calendar.schema.js';
import { makeDocumentTemplateSchema } from './schemas/document-template.schema.js';
import { makeLayoutSchema } from './schemas/layout.schema.js';
import { makeMessageTemplateSchema } from './schemas/message-template.schema.js';
import { makeObjectSchema } from './schemas/object.schema.js';
import { makePermissionGroupSchema } from './schemas/permission-group.schema.js';
import { makePermissionsSchema } from './schemas/permissions.schema.js';
import { makePicklistSchema } from './schemas/picklist.schema.js';
import { makeQueueSchema } from './schemas/queue.schema.js';
import { makeRetentionRuleSchema } from './schemas/retention-rule.schema.js';
import { makeRoleSchema, makeSharingRuleSchema, makeTeamSchema } from './schemas/sharing.schema.js';
import { makeViewSchema } from './schemas/view.schema.js';
import { makeWorkflowSchema } from './schemas/workflow.schema.js';

const makers: Readonly<Record<DocumentKind, () => JsonSchema>> = {
  app: makeAppSchema,
  object: makeObjectSchema,
  picklist: makePicklistSchema,
  layout: makeLayoutSchema,
  view: makeViewSchema,
  workflow: makeWorkflowSchema,
  action: makeActionSchema,
  'message-template': makeMessageTemplateSchema,
  'document-template': makeDocumentTemplateSchema,
  'business-calendar': makeBusinessCalendarSchema,
  queue: makeQueueSchema,
  permissions: makePermissionsSchema,
  'permission-group': makePermissionGroupSchema,
  role: makeRoleSchema,
  team: makeTeamSchema,
  'sharing-rule': makeSharingRuleSchema,
  'retention-rule': makeRetentionRuleSchema,
};

const made = new Map<DocumentKind, JsonSchema>();

export const documentKinds = Object.keys(makers) as readonly DocumentKind[];

export function isDocumentKind(kind: unknown): kind is DocumentKind {
  return typeof kind === 'string' && Object.hasOwn(makers, kind);
}

/** The JSON Schema (2020-12) that documents of a kind are checked against. */
export function documentSchema(kind: DocumentKind): JsonSchema {
  const known = made.get(kind);
  if (known) return known;
  const schema = makers[kind]();
  made.set(kind, schema);
  return schema;
}
