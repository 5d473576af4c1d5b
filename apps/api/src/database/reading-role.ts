import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Settings } from '../config/settings.js';
import { readSqlState, SqlState } from './sql-state.js';
import type { SqlSession } from './sql-session.js';

const LONGEST_NAME = 63;
/** As many rounds as PostgreSQL makes itself. */
const ROUNDS = 4_096;
/** Of every org: secrets, and mails that may hold the link of somebody's new password. No reading of records looks there. */
const SECRET_TABLES = ['_webhook', '_mail_server', '_mail', '_call_key', '_call_secret'] as const;

export interface ReadingLogin {
  readonly role: string;
  readonly url: string;
}

/**
 * The role that reads for people, beside the one of `DATABASE_URL` that owns everything. Its password follows from the owner's,
 * so every process knows it and nobody has to keep it. Undefined where the address names no person or no password.
 */
export function readingLogin({ databaseUrl }: Pick<Settings, 'databaseUrl'>): ReadingLogin | undefined {
  const url = new URL(databaseUrl);
  if (url.username === '' || url.password === '' || url.hostname === '') return undefined;
  const owner = decodeURIComponent(url.username);
  const role = `guanxi_reads_for_${owner}`.slice(0, LONGEST_NAME);
  url.username = encodeURIComponent(role);
  url.password = createHmac('sha256', decodeURIComponent(url.password)).update(`reading role ${owner}`).digest('base64url');
  return { role, url: url.href };
}

/** Makes the role where it is missing, and gives it the password of today where it is not let in. Answers what stood in the way. */
export async function makeReadingRole(session: SqlSession, { role, url }: ReadingLogin, isLetIn: () => Promise<boolean>): Promise<string | undefined> {
  const name = sql.id(role);
  // A utility statement takes no parameters. The verifier has no quotes in it, and the server's log learns no password.
  const verifier = sql.lit(scramVerifier(new URL(url).password));
  try {
    const [found] = await session.run<{ known: boolean }>(sql`select exists (select from pg_roles where rolname = ${role}) as known`);
    if (found?.known !== true) await session.run(sql`create role ${name} login noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${verifier}`).catch(unlessThere);
    await session.run(sql`grant usage on schema guanxi to ${name}`);
    if (!(await isLetIn())) await session.run(sql`alter role ${name} login password ${verifier}`);
    return undefined;
  } catch (error) {
    if (readSqlState(error) !== SqlState.insufficientPrivilege) throw error;
    return 'the role of DATABASE_URL may not make another one';
  }
}

/** Roles are the whole server's: an installation in another of its databases may have been quicker. */
function unlessThere(error: unknown): void {
  const state = readSqlState(error);
  if (state !== SqlState.duplicateObject && state !== SqlState.uniqueViolation) throw error;
}

/** Lets the role read the records of an org: what is there and what will be, but for what holds secrets. */
export async function grantReading(session: SqlSession, schema: string): Promise<void> {
  const [found] = await session.run<{ role: string; done: boolean; told: readonly string[] }>(sql`
    select role.rolname as role,
      has_schema_privilege(role.oid, space.oid, 'usage') and exists (select from pg_default_acl acl where acl.defaclnamespace = space.oid) as done,
      array(select class.relname::text from pg_class class where class.relnamespace = space.oid and class.relname = any(${[...SECRET_TABLES]}::text[]) and has_table_privilege(role.oid, class.oid, 'select')) as told
    from pg_roles role join pg_namespace space on space.nspname = ${schema} where role.rolname = left('guanxi_reads_for_' || current_user, ${LONGEST_NAME})`);
  if (!found) return;
  const [name, at] = [sql.id(found.role), sql.id(schema)];
  if (!found.done) {
    await session.run(sql`grant usage on schema ${at} to ${name}`);
    await session.run(sql`grant select on all tables in schema ${at} to ${name}`);
    await session.run(sql`alter default privileges in schema ${at} grant select on tables to ${name}`);
  }
  for (const table of found.done ? found.told : SECRET_TABLES) await session.run(sql`revoke all on ${sql.id(schema, table)} from ${name}`);
}

/** What PostgreSQL keeps of a password (RFC 5803). */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256');
  const keyed = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}
