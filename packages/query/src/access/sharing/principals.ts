import { peopleWords, type JsonValue } from '@guanxi/field-types';
import type { Grantee } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { orgTable } from '../../org-tables.js';
import { toParameter, type Operand } from '../../request/operand.js';
import { InputError, ME } from '../../statement/slot.js';

/** As `_principal` and `_share` write down whom records are shared with. */
export function principalOf(grantee: Grantee): string {
  const [[kind, name] = ['everyone', true]] = Object.entries(grantee) as readonly (readonly [string, string | true])[];
  return name === true ? kind : `${kind}:${name}`;
}

/** They stand in the statement as they are, not as parameters: a plan that is kept then knows as much as one made anew. */
function principalsOf(grantees: readonly Grantee[]): RawBuilder<unknown> {
  return sql`array[${sql.join(grantees.map((grantee) => sql.lit(principalOf(grantee))))}]::text[]`;
}

/** Everything that the person who asks counts as. */
export function myPrincipals(schema: string): RawBuilder<unknown> {
  return sql`select principal from ${orgTable(schema, 'principal')} where user_id = ${ME}`;
}

/** Whether the person counts as one of them: a question of its own, asked once per statement and only where an answer hangs on it. */
export function amongGrantees(grantees: readonly Grantee[], schema: string): RawBuilder<boolean> {
  return sql<boolean>`exists (${myPrincipals(schema)} and principal = any(${principalsOf(grantees)}))`;
}

/** The people who count as one of them. */
export function peopleAmong(grantees: readonly Grantee[], schema: string): RawBuilder<unknown> {
  return sql`select user_id from ${orgTable(schema, 'principal')} where principal = any(${principalsOf(grantees)})`;
}

/** The people below the person in the tree of roles. */
export function peopleBelow(schema: string): RawBuilder<unknown> {
  return sql`select owner_id from ${orgTable(schema, 'below')} where user_id = ${ME}`;
}

/** The ids of the people that a word means to the person who asks, as an array that is made once per statement. */
export function peopleAround(word: Operand, schema: string): RawBuilder<unknown> {
  const asked = toParameter(word, checkWord);
  const teams = sql`select other.user_id from ${orgTable(schema, 'principal')} mine join ${orgTable(schema, 'principal')} other on other.principal = mine.principal
    where mine.user_id = ${ME} and mine.principal like 'team:%' and ${asked}::text = 'myTeams'`;
  return sql`array(select ${ME} union all ${teams} union all ${peopleBelow(schema)} and ${asked}::text = 'belowMe')`;
}

function checkWord(word: JsonValue): string {
  if (typeof word === 'string' && (peopleWords as readonly string[]).includes(word)) return word;
  throw new InputError(`${JSON.stringify(word)} means no people: "among" takes ${peopleWords.map((known) => `"${known}"`).join(' or ')}.`);
}
