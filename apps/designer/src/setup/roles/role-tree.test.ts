import type { RoleDocument } from '@guanxi/metadata';
import { findCircle, growTree, moveRole, type RoleNode, type StatedRole } from './role-tree.js';

const role = (name: string, parent?: string): StatedRole => ({ kind: 'role', name, state: 'PUBLISHED', document: { kind: 'role', name, title: name, ...(parent !== undefined && { parent }), guanxi: { id: name } } satisfies RoleDocument });
const roles = [role('west', 'sales'), role('head'), role('sales', 'head'), role('east', 'sales'), role('stray', 'gone')];

describe('the tree of roles', () => {
  it('stands in the order of titles, and keeps roles whose parent is gone', () => {
    const told = (nodes: readonly RoleNode[]): unknown => nodes.map(({ role: { name }, depth, children }) => [name, depth, told(children)]);
    expect(told(growTree(roles, ({ name }) => name, 'en'))).toEqual([['head', 0, [['sales', 1, [['east', 2, []], ['west', 2, []]]]]], ['stray', 0, []]]);
  });

  it('finds the way that would lead back', () => {
    expect(findCircle('head', 'west', roles)?.map(({ name }) => name)).toEqual(['head', 'west', 'sales', 'head']);
    expect(findCircle('head', 'head', roles)?.map(({ name }) => name)).toEqual(['head', 'head']);
    expect(findCircle('west', 'head', roles)).toBeNull();
  });

  it('moves a role under another one and to the top', () => {
    expect(moveRole({ kind: 'role', name: 'a', title: 'A', parent: 'b', guanxi: { id: 'a' } }, null)).toEqual({ kind: 'role', name: 'a', title: 'A', guanxi: { id: 'a' } });
    expect(moveRole({ kind: 'role', name: 'a', title: 'A', guanxi: { id: 'a' } }, 'b').parent).toBe('b');
  });
});
