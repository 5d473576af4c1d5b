import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import type { OrgDatabase } from '../database/org-database.js';
import type { Org } from '../orgs/org.js';

/** A person as records see them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
}

/** The people of an org by id; ids that nobody has are left out. */
export async function readPeople(database: OrgDatabase, org: Org, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Person>> {
  const asked = [...new Set(ids.filter((id): id is string => id !== null && isId(id)))];
  if (asked.length === 0) return new Map();
  const people = await database.session(org).run<Person>(sql`select id, name, email, active from ${orgTable(org.schema, 'user')} where id = any(${asked}::uuid[])`);
  return new Map(people.map((person) => [person.id, person]));
}
