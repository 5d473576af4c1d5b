/** What documents can mention, as keys of one index. */
export const things = {
  object: (object: string) => `object ${object}`,
  field: (object: string, field: string) => `field ${object}.${field}`,
  value: (object: string, field: string, value: string) => `value ${object}.${field} ${value}`,
  recordType: (object: string, recordType: string) => `recordType ${object}.${recordType}`,
  picklist: (picklist: string) => `picklist ${picklist}`,
  permissions: (permissions: string) => `permissions ${permissions}`,
  messageTemplate: (template: string) => `message-template ${template}`,
  documentTemplate: (template: string) => `document-template ${template}`,
  role: (role: string) => `role ${role}`,
  team: (team: string) => `team ${team}`,
  queue: (queue: string) => `queue ${queue}`,
  businessCalendar: (calendar: string) => `business-calendar ${calendar}`,
  action: (action: string) => `action ${action}`,
};
