import type { WorkflowDocument, WorkflowTrigger } from '@guanxi/metadata';

const text = (id: string, title: string) => ({ type: 'string', title, maxLength: 200, guanxi: { id, type: 'text' } });
const day = (id: string, title: string) => ({ type: 'string', format: 'date', title, guanxi: { id, type: 'date' } });
const choice = (id: string, title: string, values: readonly string[]) => ({ type: 'string', title, enum: values, guanxi: { id, type: 'picklist', values: values.map((value) => ({ value, label: value })) } });
const customerOf = (id: string, list: string) => ({ type: 'string', format: 'uuid', title: 'Customer', guanxi: { id, type: 'lookup', target: 'Customer', inverse: { name: list } } });

/** A small shop for tests: customers with orders and tasks. */
export const shopObjects: readonly object[] = [
  {
    kind: 'object', name: 'Customer', title: 'Customer', type: 'object', required: ['name'],
    properties: {
      name: text('f-customer-name', 'Name'),
      status: choice('f-customer-status', 'Status', ['active', 'left']),
      renewsOn: day('f-customer-renews', 'Renews on'),
      seenAt: { type: 'string', format: 'date-time', title: 'Seen at', guanxi: { id: 'f-customer-seen', type: 'dateTime' } },
      calls: { type: 'integer', title: 'Calls', guanxi: { id: 'f-customer-calls', type: 'integer' } },
    },
    guanxi: { id: 'o-customer' },
  },
  {
    kind: 'object', name: 'Order', title: 'Order', type: 'object',
    properties: { number: text('f-order-number', 'Number'), customer: customerOf('f-order-customer', 'orders'), orderedOn: day('f-order-on', 'Ordered on') },
    guanxi: { id: 'o-order', nameField: 'number' },
  },
  {
    kind: 'object', name: 'Task', title: 'Task', type: 'object', required: ['subject'],
    properties: {
      subject: { ...text('f-task-subject', 'Subject'), maxLength: 60 },
      status: choice('f-task-status', 'Status', ['open', 'done']),
      dueOn: day('f-task-due', 'Due on'),
      customer: customerOf('f-task-customer', 'tasks'),
    },
    guanxi: { id: 'o-task', nameField: 'subject' },
  },
];

export function workflow(name: string, object: string, trigger: WorkflowTrigger, steps: readonly [string, object][], when?: string): WorkflowDocument {
  return {
    kind: 'workflow', name, title: name, object, trigger, ...(when && { when }), guanxi: { id: `w-${name}` },
    steps: steps.map(([action, input], index) => ({ id: `step${index + 1}`, action, input: input as Record<string, unknown> })),
  };
}

export const callTask = { object: 'Task', values: { subject: "'Call ' & name", status: "'open'", customer: 'id', owner: 'owner', dueOn: 'TODAY() + 2' } };
const sinceLastOrder = (after: string): WorkflowTrigger => ({ elapsed: { since: { max: { relation: 'orders', field: 'orderedOn' } }, after } });

export const winbackCall = (after = 'P30D', when?: string) => workflow('winbackCall', 'Customer', sinceLastOrder(after), [['createRecord', callTask]], when);
export const closeCalls = workflow('closeCalls', 'Order', { created: {} }, [
  ['updateRelated', { relation: 'customer.tasks', where: "ISPICKVAL(status, 'open')", values: { status: "'done'" } }],
]);
