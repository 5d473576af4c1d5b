import type { Translations } from './documents.js';
import type { SetupArea } from './setup-areas.js';

/** A permission set. What is not granted is not there. */
export interface PermissionDocument {
  readonly kind: 'permissions';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly description?: string;
  readonly objects: Readonly<Record<string, ObjectPermission>>;
  /** The record types, per object, that people may give to new records; an object that is not named allows all. */
  readonly recordTypes?: Readonly<Record<string, readonly string[]>>;
  /** The parts of Setup that people may use. */
  readonly setup?: readonly SetupArea[];
  readonly guanxi: { readonly id: string };
}

/** Of records: `own` those that one owns, `shared` those that the object's sharing opens, `all` every one whatever sharing says. */
export type GrantedScope = 'all' | 'shared' | 'own';

export interface ObjectPermission {
  readonly read?: GrantedScope;
  readonly create?: boolean;
  readonly edit?: GrantedScope;
  readonly delete?: GrantedScope;
  /** Creating or changing records out of a file. */
  readonly import?: boolean;
  /** Taking records out as a file. */
  readonly export?: boolean;
  /** Field exceptions; a field that is not named follows the object. */
  readonly fields?: Readonly<Record<string, { readonly read?: boolean; readonly edit?: boolean }>>;
}

/** Several permission sets under one name, given together; what is muted is taken out of what they add up to. */
export interface PermissionGroupDocument {
  readonly kind: 'permission-group';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly description?: string;
  readonly sets: readonly string[];
  readonly muted?: MutedPermissions;
  readonly guanxi: { readonly id: string };
}

export interface MutedPermissions {
  readonly objects?: Readonly<Record<string, MutedObject>>;
  readonly setup?: readonly SetupArea[];
}

/** What is true here is not granted through the group. Muted reading mutes everything of the object. */
export interface MutedObject {
  readonly read?: true;
  readonly create?: true;
  readonly edit?: true;
  readonly delete?: true;
  readonly import?: true;
  readonly export?: true;
  /** `all` and `shared` of the sets count as no more than this. */
  readonly atMost?: 'shared' | 'own';
  readonly fields?: Readonly<Record<string, { readonly read?: true; readonly edit?: true }>>;
}
