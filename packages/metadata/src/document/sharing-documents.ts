import type { Translations } from './documents.js';

/** A place in the tree of roles: people see what is owned by people below them, where an object lets them. */
export interface RoleDocument {
  readonly kind: 'role';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly description?: string;
  /** The role above; without one it stands at the top. */
  readonly parent?: string;
  readonly guanxi: { readonly id: string };
}

/** People that records are shared with as one. Who belongs to it is kept with the people. */
export interface TeamDocument {
  readonly kind: 'team';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly description?: string;
  readonly guanxi: { readonly id: string };
}

/** Opens records of one object to more people than their owner, and never closes any. */
export interface SharingRuleDocument {
  readonly kind: 'sharing-rule';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly description?: string;
  readonly object: string;
  readonly which: SharedRecords;
  readonly to: readonly Grantee[];
  readonly access: SharedAccess;
  readonly active?: boolean;
  readonly guanxi: { readonly id: string };
}

export type SharedAccess = 'read' | 'edit';

/** By owner, by a formula over the record, or by the territory of a queue. */
export type SharedRecords =
  | { readonly ownedBy: readonly Grantee[] }
  | { readonly when: string }
  | { readonly territory: string };

/** `below`: those with the role and with the roles under it. `everyone`: all people of the org but partners. */
export type Grantee =
  | { readonly role: string }
  | { readonly below: string }
  | { readonly team: string }
  | { readonly queue: string }
  | { readonly everyone: true };

/** Who may do what with records of an object that no rule or share speaks of. `parent`: whoever may do it with the record that `parent` points to. */
export interface SharingKeyword {
  readonly default: 'private' | 'read' | 'edit' | 'parent';
  /** The lookup to the record that decides, where `default` is `parent`. */
  readonly parent?: string;
  /** Whether people see and change what is owned by people with roles below theirs; they do unless this says no. */
  readonly throughRoles?: boolean;
}
