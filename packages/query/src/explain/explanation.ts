import type { RecordScope } from '../access/access.js';

/** What somebody may or may not do. */
export const deeds = ['read', 'create', 'edit', 'delete', 'import', 'export'] as const;
export type Deed = (typeof deeds)[number];

/** How far a right goes: which records, or just yes. */
export type Level = RecordScope | 'yes';

/** grants: opens it · refuses: stands against it · silent: neither, or not any more */
export type StepOutcome = 'grants' | 'refuses' | 'silent';

/** Somebody that a rule or a share speaks of: `role:sales`, `user:<id>`. */
export type Principal = string;

/** What each step says, by its kind. Names are those of documents; whoever tells them knows their titles. */
export type StepSays =
  /** Switched off: nothing of what follows is used. */
  | { readonly kind: 'inactive' }
  | { readonly kind: 'admin' }
  /** The platform's own objects go by no permission set. */
  | { readonly kind: 'platform' }
  /** A set says how far the deed goes; `through`: the group that it is held by. */
  | { readonly kind: 'set'; readonly set: string; readonly through?: string; readonly level: Level }
  /** A group takes something out of what its sets add up to. */
  | { readonly kind: 'muting'; readonly group: string; readonly before: Level; readonly level: Level }
  /** `all` is no more than `shared` for partners. */
  | { readonly kind: 'partner' }
  /** What all of it adds up to; `grantedBy`: the sets that grant it to whoever holds them. */
  | { readonly kind: 'right'; readonly level: Level; readonly grantedBy: readonly string[] }
  /** Who may not see the master's object knows nothing of its details; who may not edit it changes none. */
  | { readonly kind: 'masterRight'; readonly master: string; readonly needs: 'read' | 'edit' }
  /** A credential with less than the person's own rights. */
  | { readonly kind: 'limited' }
  /** `exceptedBy`: sets and groups that leave the field out; `because`: it is not for people to write, or is worked out of what may not be read. */
  | { readonly kind: 'field'; readonly field: string; readonly exceptedBy: readonly string[]; readonly because?: 'system' | 'computed'; readonly hidden?: readonly string[] }
  | { readonly kind: 'recordType'; readonly recordType: string; readonly allowed: readonly string[] }
  /** There is no such record. */
  | { readonly kind: 'gone' }
  /** Whoever asks may not know whether there is such a record. */
  | { readonly kind: 'hidden' }
  | { readonly kind: 'bin' }
  /** Every record of the object is open. */
  | { readonly kind: 'every' }
  | { readonly kind: 'owner'; readonly owner: string }
  /** Whether the person's role is above the owner's; `closed`: the object does not go by roles. */
  | { readonly kind: 'roles'; readonly owner: string; readonly closed: boolean }
  | { readonly kind: 'default'; readonly level: 'private' | 'read' | 'edit'; readonly partner: boolean }
  /** `grantees`: those of the rule that the person counts as. `meant`: whether the rule means the record. `falsePart`: the first part of its formula that is not true. */
  | { readonly kind: 'rule'; readonly rule: string; readonly access: 'read' | 'edit'; readonly grantees: readonly Principal[]; readonly meant: boolean; readonly falsePart?: string; readonly active: boolean }
  | { readonly kind: 'share'; readonly share: string; readonly principal: Principal; readonly access: 'read' | 'edit'; readonly until: string | null; readonly over: boolean; readonly reason: string | null; readonly by: string }
  /** None of the reasons before opens the record. */
  | { readonly kind: 'notShared' }
  /** The record that decides for this one; `null`: there is none. */
  | { readonly kind: 'parent'; readonly field: string; readonly parent: string | null; readonly parentObject: string; readonly parentDeed: 'read' | 'edit' }
  | { readonly kind: 'lock'; readonly approval: string; readonly title: string };

export type ExplainedStep = StepSays & {
  readonly outcome: StepOutcome;
  /** The answer is what it is because of this one. */
  readonly decides: boolean;
  /** The deed that is looked at: reading, too, on the way to another. */
  readonly deed: Deed;
  /** Name of the object, and the record where there is one: those above are looked at on the way. */
  readonly object: string;
  readonly record?: string;
  /** 0 for the record that was asked for, 1 for the one it belongs to, and so on. */
  readonly depth: number;
};

export interface Explanation {
  readonly allowed: boolean;
  /** In the order in which they are looked at. */
  readonly steps: readonly ExplainedStep[];
}
