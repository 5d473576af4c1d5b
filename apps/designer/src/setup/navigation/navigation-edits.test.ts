import { placedObjects, removeAt, step, type Navigation } from './navigation-edits.js';

const navigation: Navigation = ['Customer', { title: 'Sales', items: ['Order', 'Quote'] }, { title: 'Help', url: 'https://example.com' }];

it('knows what is placed', () => {
  expect([...placedObjects(navigation)]).toEqual(['Customer', 'Order', 'Quote']);
});

it('takes an object into the group that it meets, and out of it again', () => {
  const inside = step(navigation, { entry: 0 }, 1);
  expect(inside).toEqual([{ title: 'Sales', items: ['Customer', 'Order', 'Quote'] }, { title: 'Help', url: 'https://example.com' }]);
  expect(step(inside, { entry: 0, item: 0 }, -1)).toEqual(navigation);
  expect(step(navigation, { entry: 1, item: 1 }, 1)).toEqual(['Customer', { title: 'Sales', items: ['Order'] }, 'Quote', { title: 'Help', url: 'https://example.com' }]);
});

it('moves inside of a group, moves whole groups, and stops at the ends', () => {
  expect(step(navigation, { entry: 1, item: 0 }, 1)[1]).toEqual({ title: 'Sales', items: ['Quote', 'Order'] });
  expect(step(navigation, { entry: 1 }, -1)).toEqual([navigation[1], 'Customer', navigation[2]]);
  expect(step(navigation, { entry: 2 }, 1)).toBe(navigation);
});

it('removes an object of a group, or a whole entry', () => {
  expect(removeAt(navigation, { entry: 1, item: 0 })[1]).toEqual({ title: 'Sales', items: ['Quote'] });
  expect(removeAt(navigation, { entry: 1 })).toHaveLength(2);
});
