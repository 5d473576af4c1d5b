import { readHeaders, readSubjects } from './webhook-draft.js';

it('reads headers line by line, and none where a line is no header', () => {
  expect(readHeaders(' x-tenant: seven \n\nauthorization: Bearer a:b')).toEqual({ 'x-tenant': 'seven', authorization: 'Bearer a:b' });
  expect(readHeaders('')).toEqual({});
  expect(readHeaders('no header here')).toBeUndefined();
});

it('takes a filter as JSON and says which one is none', () => {
  const drafts = [{ object: 'Customer', where: '', fields: [] }, { object: 'Order', where: '{"amount":{"gt":"5"}}', fields: ['amount'] }, { object: 'Task', where: '[1]', fields: [] }, { object: 'Deal', where: '{', fields: [] }];
  const { subjects, wrong } = readSubjects(drafts);
  expect(wrong).toEqual([2, 3]);
  expect(subjects.slice(0, 2)).toEqual([{ object: 'Customer', where: null, fields: null }, { object: 'Order', where: { amount: { gt: '5' } }, fields: ['amount'] }]);
});
