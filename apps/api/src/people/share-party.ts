import { say } from '@guanxi/field-types';
import { translate, type Model } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import type { SqlSession } from '../database/sql-session.js';
import { partyWords } from './people-wording.js';

export type PartyKind = 'user' | 'role' | 'below' | 'team';

/** Whom one record is shared with: a person by id; a role, with or without those under it, or a team by name. */
export interface PartyKey {
  readonly kind: PartyKind;
  readonly id: string;
}

export interface Party extends PartyKey {
  /** As people know them, in the reader's language. */
  readonly name: string;
  /** Whether there still is somebody like this: a person who may sign in, a role or a team that is published. */
  readonly present: boolean;
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

export function writePrincipal({ kind, id }: PartyKey): string {
  return `${kind}:${id}`;
}

export function readPrincipal(principal: string): PartyKey {
  const at = principal.indexOf(':');
  return { kind: principal.slice(0, at) as PartyKind, id: principal.slice(at + 1) };
}

/** By principal. */
export async function readParties(session: SqlSession, { schema, model, locale }: { readonly schema: string; readonly model: Model; readonly locale: string }, principals: readonly string[]): Promise<ReadonlyMap<string, Party>> {
  const keys = [...new Set(principals)].map((principal) => ({ principal, key: readPrincipal(principal) }));
  const ids = keys.flatMap(({ key }) => (key.kind === 'user' && isId(key.id) ? [key.id] : []));
  const rows = ids.length === 0 ? [] : await session.run<PersonRow>(sql`select id, name, active from ${orgTable(schema, 'user')} where id = any(${ids}::uuid[])`);
  const people = new Map(rows.map((row) => [row.id, row]));
  return new Map(keys.map(({ principal, key }): [string, Party] => {
    const known = key.kind === 'user' ? people.get(key.id) : undefined;
    const name = known?.name ?? titleOf(key, model, locale);
    return [principal, { ...key, name: name ?? say({ ...partyWords.gone, words: { name: key.id } }, locale), present: key.kind === 'user' ? known?.active === true : name !== undefined }];
  }));
}

const TITLES: Record<PartyKind, (name: string, model: Model, locale: string) => string | undefined> = {
  user: () => undefined,
  role: (name, { roles }, locale) => titled(roles.find((one) => one.name === name), locale),
  below: (name, { roles }, locale) => {
    const role = titled(roles.find((one) => one.name === name), locale);
    return role === undefined ? undefined : say({ ...partyWords.below, words: { role } }, locale);
  },
  team: (name, { teams }, locale) => titled(teams.find((one) => one.name === name), locale),
};

function titleOf({ kind, id }: PartyKey, model: Model, locale: string): string | undefined {
  return TITLES[kind](id, model, locale);
}

function titled(document: { readonly title: string; readonly titles?: Readonly<Record<string, string>> } | undefined, locale: string): string | undefined {
  return document && translate(document.title, document.titles, locale);
}
