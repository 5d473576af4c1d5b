import type { ViewDocument } from '@guanxi/metadata';
import { field, object } from '../testing/sample-workspace.js';
import { tasksAbout } from './tasks-about.js';

const view = (name: string): ViewDocument => ({ kind: 'view', name: `${name}.mine`, title: 'Mine', object: name, columns: ['subject', 'dueOn'], where: { owner: { eq: 'me' } }, orderBy: [{ field: 'dueOn', direction: 'asc' }], guanxi: { id: name } });
const kind = (name: string, target: string, changes: object = {}) => object(name, name, name, [field('subject', 'text', ['eq']), field('about', 'lookup', ['eq'], { target }), field('dueOn', 'date', ['eq', 'within'])], { views: [view(name)], canCreate: true, ...changes });

it('finds what people work through by the day and may be about a record', () => {
  const objects = [kind('Task', 'Customer'), kind('Visit', 'Order'), kind('Call', 'Customer', { canCreate: false }), object('Note', 'note', 'notes', [field('about', 'lookup', ['eq'], { target: 'Customer' })], { canCreate: true })];
  expect(tasksAbout({ objects }, 'Customer').map(({ object: { name }, field: { name: lookup } }) => [name, lookup])).toEqual([['Task', 'about']]);
});
