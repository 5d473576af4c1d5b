import type { RoleDocument } from '@guanxi/metadata';
import type { StatedDocument } from '../documents/document-types.js';

export type StatedRole = StatedDocument<RoleDocument>;

export interface RoleNode {
  readonly role: StatedRole;
  readonly depth: number;
  readonly children: readonly RoleNode[];
}

/** The roles as a tree, in the order of their titles. A role whose parent is gone stands at the top. */
export function growTree(roles: readonly StatedRole[], titleOf: (role: StatedRole) => string, language: string): readonly RoleNode[] {
  const names = new Set(roles.map(({ name }) => name));
  const sorted = [...roles].sort((one, other) => titleOf(one).localeCompare(titleOf(other), language));
  const grow = (parent: string | undefined, depth: number): readonly RoleNode[] =>
    sorted.filter(({ document }) => (document.parent !== undefined && names.has(document.parent) ? document.parent : undefined) === parent)
      .map((role) => ({ role, depth, children: grow(role.name, depth + 1) }));
  return grow(undefined, 0);
}

/** From a role up to the top, itself first; ends where it would come by the same role again. */
export function wayUp(name: string, roles: readonly StatedRole[]): readonly StatedRole[] {
  const way: StatedRole[] = [];
  for (let at = roles.find((one) => one.name === name); at && !way.includes(at); at = roles.find((one) => one.name === at?.document.parent)) way.push(at);
  return way;
}

/** The way that would lead back to the role if it stood under `parent`; null where none does. */
export function findCircle(name: string, parent: string, roles: readonly StatedRole[]): readonly StatedRole[] | null {
  const way = wayUp(parent, roles);
  const at = way.findIndex((one) => one.name === name);
  const self = roles.find((one) => one.name === name);
  return at === -1 || !self ? null : [self, ...way.slice(0, at + 1)];
}

/** The role somewhere else in the tree; null puts it at the top. */
export function moveRole(document: RoleDocument, parent: string | null): RoleDocument {
  const { parent: _before, ...rest } = document;
  return parent === null ? rest : { ...rest, parent };
}
