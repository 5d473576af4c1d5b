import type { DocumentKind, MetadataDocument } from '../documents.js';
import { checkAction } from './check-action.js';
import { checkApp } from './check-app.js';
import { checkBusinessCalendar } from './check-business-calendar.js';
import type { CheckContext } from './check-context.js';
import { checkDocumentTemplate } from './check-document-template.js';
import { checkLayout } from './check-layout.js';
import { checkMessageTemplate } from './check-message-template.js';
import { checkObject } from './check-object.js';
import { checkPermissionGroup } from './check-permission-group.js';
import { checkPermissions } from './check-permissions.js';
import { checkPicklist } from './check-picklist.js';
import { checkQueue } from './check-queue.js';
import { checkRetentionRule } from './check-retention-rule.js';
import { checkRole } from './check-role.js';
import { checkSharingRule } from './check-sharing.js';
import { checkView } from './check-view.js';
import { checkWorkflow } from './check-workflow.js';

type Checks = { readonly [K in DocumentKind]: (document: Extract<MetadataDocument, { kind: K }>, context: CheckContext) => void };

/** What the meta-schemas cannot say, one check for each kind of document. */
const checks: Checks = {
  object: checkObject,
  picklist: checkPicklist,
  workflow: checkWorkflow,
  action: checkAction,
  'message-template': checkMessageTemplate,
  'document-template': checkDocumentTemplate,
  'business-calendar': checkBusinessCalendar,
  queue: checkQueue,
  layout: checkLayout,
  view: checkView,
  permissions: checkPermissions,
  'permission-group': checkPermissionGroup,
  role: checkRole,
  team: () => undefined,
  'sharing-rule': checkSharingRule,
  'retention-rule': checkRetentionRule,
  app: checkApp,
};

export function checkDocument<K extends DocumentKind>(document: Extract<MetadataDocument, { kind: K }>, context: CheckContext): void {
  (checks[document.kind as K])(document, context);
}
