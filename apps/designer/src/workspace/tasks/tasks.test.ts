import type { ViewDocument } from '@guanxi/metadata';
import { field, object } from '../testing/sample-workspace.js';
import { dueGroupOf, laterDays } from './due-groups.js';
import { taskKindOf, whereOfTasks } from './task-kind.js';

const task = object('Task', 'task', 'tasks', [
  field('subject', 'text', ['eq']),
  field('status', 'picklist', ['eq', 'in'], { valueLabels: { open: 'Open', cancelled: 'Cancelled', done: 'Done' } }),
  field('priority', 'picklist', ['eq'], { valueLabels: { high: 'High', low: 'Low' } }),
  field('customer', 'lookup', ['eq'], { target: 'Customer' }),
  field('dueOn', 'date', ['eq', 'within']),
], {});
const view: ViewDocument = {
  kind: 'view', name: 'Task.myOpen', title: 'My open tasks', object: 'Task', columns: ['subject', 'status', 'priority', 'customer', 'dueOn'],
  where: { owner: { eq: 'me' }, status: { eq: 'open' } }, orderBy: [{ field: 'dueOn', direction: 'asc' }], guanxi: { id: 'v' },
};

describe('what a page of tasks knows of its object', () => {
  it('is read off the view of one’s own: when they are due, what is done, what they are about', () => {
    expect(taskKindOf({ object: task, view })).toMatchObject({
      due: { name: 'dueOn' }, status: { field: { name: 'status' }, done: 'done' }, about: { name: 'customer' }, marks: [{ name: 'priority' }], open: { status: { eq: 'open' } },
    });
  });

  it('asks for one’s own or those of one’s teams, and needs a day and an owner', () => {
    const kind = taskKindOf({ object: task, view });
    expect(kind && whereOfTasks(kind, 'team')).toEqual({ status: { eq: 'open' }, ownerId: { among: 'myTeams' } });
    expect(taskKindOf({ object: task, view: { ...view, orderBy: [{ field: 'subject', direction: 'asc' }] } })).toBeUndefined();
    expect(taskKindOf({ object: task, view: { ...view, where: { OR: [{ owner: { eq: 'me' } }] } } })).toBeUndefined();
  });
});

it('groups tasks by when they are due, and offers the next days', () => {
  const today = '2026-11-20';
  expect(['2026-11-19', '2026-11-20', '2026-11-27', '2026-11-28', null].map((due) => dueGroupOf(due, today))).toEqual(['overdue', 'today', 'week', 'later', 'undated']);
  expect(laterDays(today).map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-21', '2026-11-23']);
});
