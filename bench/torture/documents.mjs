// A small org in which much happens by itself: the saves of the clients set off chains of steps of every way to go on.
const text = (title) => ({ title, type: 'string', maxLength: 200, guanxi: { type: 'text' } });
const number = (title) => ({ title, type: 'integer', guanxi: { type: 'integer' } });
const moment = (title) => ({ title, type: 'string', format: 'date-time', guanxi: { type: 'dateTime' } });
const choice = (title, values) => ({ title, type: 'string', enum: values, guanxi: { type: 'picklist', values: values.map((value) => ({ value, label: value })) } });
const parcelOf = (name) => ({ title: 'Parcel', type: 'string', format: 'uuid', guanxi: { type: 'lookup', target: 'Parcel', inverse: { name } } });

const object = (name, properties, guanxi = {}) => ({ kind: 'object', name, title: name, type: 'object', properties, guanxi });

export const objects = [
  object('Parcel', {
    // Different in every save: it tells which saves have come to the history.
    stamp: text('Stamp'),
    state: choice('State', ['cold', 'hot']),
    weight: number('Weight'),
    wakeAt: moment('Wake at'),
    promisedAt: moment('Promised at'),
  }, {
    nameField: 'stamp',
    rules: [{ id: 'rule-weight', name: 'weightIsPositive', title: 'Something has a weight', when: 'weight < 0', message: 'The weight is below nothing.', field: 'weight' }],
  }),
  object('Item', { stamp: text('Stamp'), parcel: parcelOf('items') }, { nameField: 'stamp' }),
  // What steps leave behind: one for each time that a step was done.
  object('Note', { kind: text('Kind'), parcel: parcelOf('notes') }, { nameField: 'kind' }),
  object('Call', { kind: text('Kind') }, { nameField: 'kind' }),
];

const step = (id, action, input, paths) => ({ id, action, input, ...(paths && { paths }) });
const note = (kind, parcel = 'id') => step(kind, 'createRecord', { object: 'Note', values: { kind: `'${kind}'`, parcel } });
const workflow = (name, about, trigger, steps, when) => ({ kind: 'workflow', name, title: name, object: about, trigger, ...(when && { when }), steps, guanxi: { id: `w-${name}` } });

/** `outside`: the address that steps call. */
export const makeWorkflows = (outside) => [
  workflow('welcome', 'Parcel', { created: {} }, [note('welcome')]),
  workflow('rush', 'Parcel', { updated: { fields: ['state'], to: { state: 'hot' } } }, [
    note('first'),
    step('weigh', 'branch', { cases: [{ name: 'heavy', when: 'weight > 50' }] }, { heavy: [note('heavy')], otherwise: [note('light')] }),
    step('pause', 'wait', { until: 'wakeAt' }),
    step('each', 'forEach', { relation: 'items' }, { each: [note('mark', 'parcel')] }),
    step('tell', 'callOut', { url: `'${outside}'`, send: { parcel: 'id' } }),
    step('ask', 'callOut', { url: `'${outside}'`, send: { parcel: 'id' }, wait: true, keep: [{ name: 'reply', type: 'text', required: true }] }),
    note('last'),
  ]),
  workflow('late', 'Parcel', { elapsed: { since: { field: 'promisedAt' }, after: 'PT1M' } }, [note('late')]),
  // What a workflow writes sets off another.
  workflow('ring', 'Note', { created: {} }, [step('call', 'createRecord', { object: 'Call', values: { kind: "'call'" } })], "kind = 'first'"),
];
