import type { GridSort } from '../../../ui/index.js';
import type { UserRow, UserStatus } from '../people-queries.js';

export const userColumnNames = ['name', 'email', 'status', 'sets', 'role', 'kind', 'language', 'seen'] as const;
export type UserColumnName = (typeof userColumnNames)[number];

/** Shown until somebody arranges them. */
export const firstColumns: readonly UserColumnName[] = ['name', 'email', 'status', 'sets', 'role', 'seen'];

/** What the address says of the list; each part may be missing. */
export interface UserListAddress {
  readonly q?: string;
  readonly status?: UserStatus;
  readonly set?: string;
  readonly role?: string;
  /** A column, with a minus where it goes down. */
  readonly sort?: string;
}

/** Reads what somebody may have typed into the address. */
export function readUserList(search: Record<string, unknown>): UserListAddress {
  const text = (key: string) => (typeof search[key] === 'string' && search[key] !== '' ? { [key]: search[key] } : {});
  const { status } = search;
  return { ...text('q'), ...(isStatus(status) && { status }), ...text('set'), ...text('role'), ...(readSort(search['sort']) && { sort: String(search['sort']) }) };
}

/** Null where the text names no column. */
export function readSort(text: unknown): GridSort | null {
  if (typeof text !== 'string') return null;
  const columnId = text.replace(/^-/, '');
  return userColumnNames.some((name) => name === columnId) ? { columnId, direction: text.startsWith('-') ? 'descending' : 'ascending' } : null;
}

export function writeSort({ columnId, direction }: GridSort): string {
  return direction === 'descending' ? `-${columnId}` : columnId;
}

export function filterUsers(users: readonly UserRow[], { q = '', status, set, role }: UserListAddress): readonly UserRow[] {
  const wanted = q.trim().toLocaleLowerCase();
  return users.filter((user) => (status === undefined || user.status === status) && (set === undefined || user.permissionSets.includes(set))
    && (role === undefined || user.role === role) && `${user.name} ${user.email}`.toLocaleLowerCase().includes(wanted));
}

/** `textOf` answers what a cell says; a cell that says nothing stands last in either direction. */
export function sortUsers(users: readonly UserRow[], { columnId, direction }: GridSort, textOf: (user: UserRow, column: UserColumnName) => string, language: string): readonly UserRow[] {
  const column = userColumnNames.find((name) => name === columnId) ?? 'name';
  const { compare } = new Intl.Collator(language, { numeric: true });
  const turn = direction === 'descending' ? -1 : 1;
  return users.map((user) => ({ user, text: textOf(user, column) }))
    .sort((one, other) => Number(one.text === '') - Number(other.text === '') || turn * compare(one.text, other.text) || compare(one.user.name, other.user.name))
    .map(({ user }) => user);
}

function isStatus(value: unknown): value is UserStatus {
  return value === 'ACTIVE' || value === 'INVITED' || value === 'INACTIVE';
}
