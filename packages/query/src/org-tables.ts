import { sql, type RawBuilder } from 'kysely';

/** The platform's own tables in every org's schema. Object tables never start with an underscore. */
export const orgTables = {
  user: '_user',
  history: '_history',
  event: '_event',
  run: '_run',
  runStep: '_run_step',
  due: '_due',
  activation: '_activation',
  comment: '_comment',
  notification: '_notification',
  notificationChoice: '_notification_choice',
  notificationMute: '_notification_mute',
  import: '_import',
  importMapping: '_import_mapping',
  importEvent: '_import_event',
  currencyRate: '_currency_rate',
  revision: '_revision',
  merged: '_merged',
  removed: '_removed',
  file: '_file',
  fileContent: '_file_content',
  attachment: '_attachment',
  attachmentVersion: '_attachment_version',
  attachmentEvent: '_attachment_event',
  operation: '_operation',
  operationLeftOut: '_operation_left_out',
  document: '_document',
  feed: '_feed',
  webhook: '_webhook',
  delivery: '_delivery',
  export: '_export',
  exportSchedule: '_export_schedule',
  listView: '_list_view',
  favourite: '_favourite',
  mailServer: '_mail_server',
  mail: '_mail',
  mailAttempt: '_mail_attempt',
  calendar: '_calendar',
  calendarSpan: '_calendar_span',
  callKey: '_call_key',
  callSecret: '_call_secret',
  callIn: '_call_in',
  callOut: '_call_out',
  raisedEvent: '_raised_event',
  eventWait: '_event_wait',
  segment: '_segment',
  segmentMember: '_segment_member',
  approval: '_approval',
  approvalSeat: '_approval_seat',
  approvalEvent: '_approval_event',
  formTask: '_form_task',
  absence: '_absence',
  queueItem: '_queue_item',
  queueTurn: '_queue_turn',
  milestone: '_milestone',
  workflowControl: '_workflow_control',
  heldEvent: '_held_event',
  automationStop: '_automation_stop',
  automationEntry: '_automation_entry',
  automationAlert: '_automation_alert',
  principal: '_principal',
  below: '_below',
  share: '_share',
  standing: '_standing',
  shareEvent: '_share_event',
  trace: '_trace',
  privacyRequest: '_privacy_request',
  erasure: '_erasure',
  replacedMention: '_replaced_mention',
  retention: '_retention',
  retentionRun: '_retention_run',
  purged: '_purged',
  hold: '_hold',
} as const;

export type OrgTable = keyof typeof orgTables;

/** `"org_…"."_history"`: one of the platform's tables of one org. */
export function orgTable(schema: string, table: OrgTable): RawBuilder<unknown> {
  return sql.id(schema, orgTables[table]);
}

/** `"org_…"."customer"`: the table of an object's records. */
export function recordTable(schema: string, object: { readonly table: string }): RawBuilder<unknown> {
  return sql.id(schema, object.table);
}
