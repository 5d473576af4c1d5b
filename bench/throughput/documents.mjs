const text = (title) => ({ title, type: 'string', maxLength: 200, guanxi: { type: 'text' } });

export const TICKET = 'o-ticket';
export const TODO = 'o-todo';

/** A ticket that comes in makes a task: the simplest thing that happens by itself. */
export const objects = [
  { kind: 'object', name: 'Ticket', title: 'Ticket', type: 'object', properties: { name: text('Name'), city: text('City') }, required: ['name'], guanxi: { id: TICKET, nameField: 'name' } },
  {
    kind: 'object', name: 'Todo', title: 'To do', type: 'object', required: ['subject'], guanxi: { id: TODO, nameField: 'subject' },
    properties: {
      subject: text('Subject'),
      city: text('City'),
      ticket: { title: 'Ticket', type: 'string', format: 'uuid', guanxi: { type: 'lookup', target: 'Ticket', inverse: { name: 'todos' } } },
    },
  },
];

export const workflow = {
  kind: 'workflow', name: 'answer', title: 'Answer', object: 'Ticket', trigger: { created: {} }, guanxi: { id: 'w-answer' },
  steps: [{ id: 'make', action: 'createRecord', input: { object: 'Todo', values: { subject: "'Answer ' & name", city: 'city', ticket: 'id' } } }],
};
