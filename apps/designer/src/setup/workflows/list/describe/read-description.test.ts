import type { ObjectDescription } from '@guanxi/metadata';
import type { TFunction } from 'i18next';
import { field, object } from '../../../../workspace/testing/sample-workspace.js';
import { readDescription } from './read-description.js';

const t = ((key: string) => key) as unknown as TFunction;
const status = field('status', 'picklist', ['eq'], { label: 'Status', valueLabels: { active: 'Active', lost: 'Lost' } });

function shop(labels: { readonly customer: string; readonly order: string; readonly task: string; readonly renewal: string }): readonly ObjectDescription[] {
  const name = field('name', 'text', ['eq']);
  return [
    object('Customer', 'customer', 'customers', [name, status, field('renewsOn', 'date', ['eq'], { label: labels.renewal })], { label: labels.customer, pluralLabel: labels.customer, relations: [{ name: 'orders', label: 'Orders', object: 'Order', field: 'customer' }] }),
    object('Order', 'order', 'orders', [name, field('orderedOn', 'date', ['eq'])], { label: labels.order, pluralLabel: labels.order }),
    object('Task', 'task', 'tasks', [name, field('customer', 'lookup', ['eq'], { target: 'Customer' })], { label: labels.task, pluralLabel: labels.task }),
  ];
}

const english = shop({ customer: 'Customer', order: 'Order', task: 'Task', renewal: 'Renewal' });
const chinese = shop({ customer: '客戶', order: '訂單', task: '任務', renewal: '續約日' });
const read = (text: string, objects = english) => {
  const found = readDescription(text, objects, t);
  return found && [found.object, found.trigger, found.steps.map(({ action }) => action), found.when];
};

const quiet = { elapsed: { since: { max: { relation: 'orders', field: 'orderedOn' } }, after: 'P30D' } };

describe('a workflow described in a sentence', () => {
  it.each([
    ['When an active customer has no order in 30 days, create a task', ['Customer', quiet, ['createRecord'], "ISPICKVAL(status, 'active')"]],
    ['7 days before the renewal of a customer → email them and notify the owner', ['Customer', { before: { field: 'renewsOn', by: 'P7D' } }, ['sendEmail', 'notify'], undefined]],
    ['Tell the owner when an order is deleted', ['Order', { deleted: {} }, ['notify'], undefined]],
    ['When the status of a customer changes to lost, ask for approval', ['Customer', { updated: { fields: ['status'], to: { status: 'lost' } } }, ['approve'], undefined]],
    ['Every Monday at 8:30 look at customers, set status to lost', ['Customer', { schedule: { cron: '30 8 * * 1' } }, ['updateRecord'], undefined]],
    ['A new order comes in, assign it', ['Order', { created: {} }, ['assign'], undefined]],
  ] as const)('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    ['客戶 30 天沒有訂單，就建立任務', ['Customer', quiet, ['createRecord'], undefined]],
    ['客戶續約日前 2 週，通知負責人', ['Customer', { before: { field: 'renewsOn', by: 'P2W' } }, ['notify'], undefined]],
    ['每週五下午 3 點檢查客戶，通知負責人', ['Customer', { schedule: { cron: '0 15 * * 5' } }, ['notify'], undefined]],
  ] as const)('%s', (text, expected) => expect(read(text, chinese)).toEqual(expected));

  it('says nothing of what names no object', () => expect(read('hello there')).toBeUndefined());
});
