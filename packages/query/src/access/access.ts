import type { SetupArea } from '@guanxi/metadata';

/** What one person may do, resolved from permission sets for one revision. A plain value; the compiler obeys it. */
export interface Access {
  /** Equal for people with equal rights in the same revision: part of the key of every cached plan and schema. */
  readonly key: string;
  readonly userId: string;
  /** May use all of Setup; sees and changes every record and field. */
  readonly admin: boolean;
  /** The parts of Setup that may be used; all of them for an admin. */
  readonly setup: ReadonlySet<SetupArea>;
  /** Belongs to a partner: sees nothing but what they own or what was shared with them, their role, their team or their queue. */
  readonly partner: boolean;
  /**
   * How many people's records are open to the person by who owns them. It changes how statements look for records, never which they
   * find. Part of the key where it is there; without it, `wide`.
   */
  readonly reach?: Reach;
  /** Less than the person's own rights: whoever comes with these may not make keys, which would have more. */
  readonly limited?: true;
  /** Names of the permission sets that were added up, those of groups included; none for an admin, who needs none. */
  readonly permissionSets: readonly string[];
  /** By object name. An object that is missing here does not exist for this person. */
  readonly objects: ReadonlyMap<string, ObjectAccess>;
}

/**
 * `own`: nobody's below them; `handful` and `narrow`: of three, of eight people at most; `few`: so few among all that their newest are found
 * sooner than in the list of everybody's; `most`: of more than half of all people.
 */
export type Reach = 'own' | 'handful' | 'narrow' | 'few' | 'wide' | 'most';

/** Whether so few people's records are open that they are looked for owner by owner. */
export function isNarrow(reach: Reach | undefined): boolean {
  return reach === 'own' || reach === 'handful' || reach === 'narrow';
}

/** `own`: only records whose owner is this person; `shared`: those that the sharing of the object opens to them; `all`: every record. */
export type RecordScope = 'all' | 'shared' | 'own' | 'none';

export interface ObjectAccess {
  readonly read: RecordScope;
  readonly create: boolean;
  readonly edit: RecordScope;
  readonly delete: RecordScope;
  /** Records may be created or changed out of files. */
  readonly import: boolean;
  /** Records may be taken out as files. */
  readonly export: boolean;
  readonly readableFields: ReadonlySet<string>;
  readonly editableFields: ReadonlySet<string>;
  /** The record types that may be given to records; all of them where it is absent. */
  readonly recordTypes?: ReadonlySet<string>;
}
