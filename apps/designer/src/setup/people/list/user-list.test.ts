import type { UserRow } from '../people-queries.js';
import { filterUsers, readSort, readUserList, sortUsers, writeSort } from './user-list.js';

const user = (name: string, more: Partial<UserRow> = {}): UserRow => ({
  id: name, name, email: `${name.toLowerCase()}@example.com`, active: true, status: 'ACTIVE', invitedUntil: null, locale: 'en', permissionSets: [], role: null, kind: 'INTERNAL', lastSignInAt: null, ...more,
});
const namesOf = (users: readonly UserRow[]) => users.map(({ name }) => name);
const users = [user('Cleo', { role: 'north' }), user('Ann', { permissionSets: ['sales'], status: 'INVITED' }), user('Ben', { role: 'south', permissionSets: ['sales'] })];

test('what the address says of the list is read, and what it cannot say is left out', () => {
  expect(readUserList({ q: 'ann', status: 'ACTIVE', set: 'sales', sort: '-seen' })).toEqual({ q: 'ann', status: 'ACTIVE', set: 'sales', sort: '-seen' });
  expect(readUserList({ q: 7, status: 'GONE', sort: 'password', role: '' })).toEqual({});
});

test('an order survives the address', () => {
  expect(readSort(writeSort({ columnId: 'email', direction: 'descending' }))).toEqual({ columnId: 'email', direction: 'descending' });
  expect(readSort('email')).toEqual({ columnId: 'email', direction: 'ascending' });
});

test('filters narrow together', () => {
  expect(namesOf(filterUsers(users, { set: 'sales' }))).toEqual(['Ann', 'Ben']);
  expect(namesOf(filterUsers(users, { set: 'sales', status: 'ACTIVE' }))).toEqual(['Ben']);
  expect(namesOf(filterUsers(users, { q: ' CLEO@ ' }))).toEqual(['Cleo']);
});

test('people without a value stand last whichever way the list goes', () => {
  const roleOf = ({ role }: UserRow) => role ?? '';
  expect(namesOf(sortUsers(users, { columnId: 'role', direction: 'ascending' }, roleOf, 'en'))).toEqual(['Cleo', 'Ben', 'Ann']);
  expect(namesOf(sortUsers(users, { columnId: 'role', direction: 'descending' }, roleOf, 'en'))).toEqual(['Ben', 'Cleo', 'Ann']);
});
