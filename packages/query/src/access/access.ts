/** What one person may do, resolved from permission sets for one revision. A plain value; the compiler obeys it. */
export interface Access {
  /** Equal for people with equal rights in the same revision: part of the key of every cached plan and schema. */
  readonly key: string;
  readonly userId: string;
  /** May use Setup; sees and changes every record and field. */
  readonly admin: boolean;
  /** Less than the person's own rights: whoever comes with these may not make keys, which would have more. */
  readonly limited?: true;
  /** Names of the permission sets that were added up; none for an admin, who needs none. */
  readonly permissionSets: readonly string[];
  /** By object name. An object that is missing here does not exist for this person. */
  readonly objects: ReadonlyMap<string, ObjectAccess>;
}

/** `own`: only records whose owner is this person. */
export type RecordScope = 'all' | 'own' | 'none';

export interface ObjectAccess {
  readonly read: RecordScope;
  readonly create: boolean;
  readonly edit: RecordScope;
  readonly delete: RecordScope;
  readonly readableFields: ReadonlySet<string>;
  readonly editableFields: ReadonlySet<string>;
  /** The record types that may be given to records; all of them where it is absent. */
  readonly recordTypes?: ReadonlySet<string>;
}
