import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import { isMailAddress } from '../config/mailbox.js';
import type { SqlSession } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';

/** Who gets a message, and how they read. */
export interface Recipient {
  readonly userId?: string;
  readonly name: string;
  readonly address: string;
  readonly language: string;
  readonly timeZone: string;
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly locale: string | null;
  readonly timeZone: string | null;
}

/**
 * Those behind ids of people and addresses. An address of a person of the org is that person; any other reads the org's
 * language. What is neither, and people who are switched off, are not in the answer.
 */
export async function findRecipients(session: SqlSession, org: Org, wanted: readonly string[]): Promise<ReadonlyMap<string, Recipient>> {
  const all = [...new Set(wanted)];
  const [ids, addresses] = [all.filter((one) => isId(one)), all.filter((one) => isMailAddress(one))];
  if (ids.length + addresses.length === 0) return new Map();
  const people = await session.run<PersonRow>(sql`
    select id, name, email, active, locale, time_zone as "timeZone" from guanxi."user"
    where org_id = ${org.sandboxOf ?? org.id}::uuid and (id = any(${ids}::uuid[]) or email = any(${addresses.map((one) => one.toLowerCase())}::text[]))`);
  const byKey = new Map(people.flatMap((person) => [[person.id, person] as const, [person.email, person] as const]));
  return new Map(all.flatMap((one): readonly (readonly [string, Recipient])[] => {
    const person = byKey.get(isId(one) ? one : one.toLowerCase());
    if (person?.active && isMailAddress(person.email)) return [[one, { userId: person.id, name: person.name, address: person.email, language: person.locale ?? org.locale, timeZone: person.timeZone ?? org.timeZone }]];
    return !isId(one) && isMailAddress(one) ? [[one, { name: '', address: one, language: org.locale, timeZone: org.timeZone }]] : [];
  }));
}
