import { parseDocuments, type Model, type WorkflowDocument } from '@guanxi/metadata';

/** A small shop for tests: customers with orders and tasks. */
export const shopObjects = [
  {
    kind: 'object', name: 'Customer', title: 'Customer', type: 'object', required: ['name'],
    properties: {
      name: { type: 'string', title: 'Name', maxLength: 80, guanxi: { id: 'f-customer-name', type: 'text' } },
      status: { type: 'string', title: 'Status', enum: ['active', 'left'], guanxi: { id: 'f-customer-status', type: 'picklist' } },
      renewsOn: { type: 'string', format: 'date', title: 'Renews on', guanxi: { id: 'f-customer-renews', type: 'date' } },
      seenAt: { type: 'string', format: 'date-time', title: 'Seen at', guanxi: { id: 'f-customer-seen', type: 'dateTime' } },
    },
    guanxi: { id: 'o-customer' },
  },
  {
    kind: 'object', name: 'Order', title: 'Order', type: 'object', required: ['number'],
    properties: {
      number: { type: 'string', title: 'Number', maxLength: 40, guanxi: { id: 'f-order-number', type: 'text' } },
      customer: { type: 'string', format: 'uuid', title: 'Customer', guanxi: { id: 'f-order-customer', type: 'lookup', target: 'Customer', inverse: { name: 'orders' } } },
      orderedOn: { type: 'string', format: 'date', title: 'Ordered on', guanxi: { id: 'f-order-on', type: 'date' } },
    },
    guanxi: { id: 'o-order', nameField: 'number' },
  },
  {
    kind: 'object', name: 'Task', title: 'Task', type: 'object', required: ['subject'],
    properties: {
      subject: { type: 'string', title: 'Subject', maxLength: 200, guanxi: { id: 'f-task-subject', type: 'text' } },
      status: { type: 'string', title: 'Status', enum: ['open', 'done'], guanxi: { id: 'f-task-status', type: 'picklist' } },
      dueOn: { type: 'string', format: 'date', title: 'Due on', guanxi: { id: 'f-task-due', type: 'date' } },
      customer: { type: 'string', format: 'uuid', title: 'Customer', guanxi: { id: 'f-task-customer', type: 'lookup', target: 'Customer', inverse: { name: 'tasks' } } },
    },
    guanxi: { id: 'o-task', nameField: 'subject' },
  },
] as const;

export const winbackCall: WorkflowDocument = {
  kind: 'workflow', name: 'winbackCall', title: 'Call customers who stay away', object: 'Customer',
  trigger: { elapsed: { since: { max: { relation: 'orders', field: 'orderedOn' } }, after: 'P30D' } },
  steps: [
    {
      id: 'call', action: 'createRecord', title: 'Create a call task',
      input: { object: 'Task', values: { subject: "'Call ' & name & ': no order for 30 days'", status: "'open'", customer: 'id', owner: 'owner', dueOn: 'TODAY() + 2' } },
    },
  ],
  guanxi: { id: 'w-winback-call' },
};

export function shopModel(...workflows: readonly WorkflowDocument[]): Model {
  const parsed = parseDocuments([...shopObjects, ...workflows]);
  if (parsed.ok) return parsed.value;
  throw new Error(JSON.stringify(parsed.problems));
}
