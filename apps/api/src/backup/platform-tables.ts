import { sql, type RawBuilder } from 'kysely';

/** What the installation keeps for an org beside its schema, as backups carry it. Sessions and API keys stay where they are. */
export interface PlatformTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

export const platformTables: readonly PlatformTable[] = [
  { name: 'user', columns: ['id', 'name', 'email', 'password_hash', 'active', 'locale', 'time_zone', 'permission_sets', 'role', 'teams', 'manager_id', 'kind', 'last_sign_in_at', 'created_at'], key: ['id'] },
  { name: 'revision', columns: ['number', 'created_at', 'created_by', 'documents', 'changes', 'based_on', 'removed', 'note'], key: ['number'] },
  { name: 'draft', columns: ['base_revision', 'documents', 'removed', 'updated_at', 'updated_by'], key: [] },
  { name: 'app_release', columns: ['name', 'version', 'bundle', 'installed_by', 'installed_at'], key: ['name', 'version'] },
];

/** Not the org's to carry: files that are lying on this machine, and the age of cursors that count this server's transactions. */
export const tablesLeftBehind: ReadonlySet<string> = new Set(['_export', '_feed']);

/** How values are written: the same on every server. */
export const sameWriting: readonly RawBuilder<unknown>[] = [
  sql`set local datestyle = 'ISO, YMD'`,
  sql`set local intervalstyle = 'postgres'`,
  sql`set local timezone = 'UTC'`,
  sql`set local bytea_output = 'hex'`,
  sql`set local extra_float_digits = 1`,
  sql`set local statement_timeout = 0`,
];
