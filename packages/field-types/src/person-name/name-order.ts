import { type RawBuilder, sql } from 'kysely';
import type { JsonValue } from '../json-schema.js';
import { pieceOf } from '../parts/json-piece.js';

/** Han characters, kana and Hangul, in the escapes that regular expressions of JavaScript and PostgreSQL share. */
const EASTERN = '\\u3005\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff';
const LARGE = { javascript: '\\u{20000}-\\u{3ffff}', postgres: '\\U00020000-\\U0003ffff' };

const eastern = new RegExp(`^[${EASTERN}${LARGE.javascript}]+$`, 'u');

/** Written by family name first and without spaces, as 王小明. */
export function isEastern(text: string): boolean {
  return eastern.test(text);
}

/** 王小明, but Ada King Lovelace: the order follows the script of the name, whoever reads it. */
export function writeName(value: JsonValue): string {
  const [first, middle, last, suffix] = ['first', 'middle', 'last', 'suffix'].map((key) => pieceOf(value, key));
  const given = [first, middle, last].filter((piece) => piece !== null && piece !== undefined).map(String);
  const name = given.length > 0 && given.every(isEastern) ? [last, first, middle].filter((piece) => piece !== null).join('') : given.join(' ');
  return [name, suffix].filter((piece) => piece !== null && piece !== undefined && piece !== '').join(' ');
}

/** The same in SQL; null for a name of which nothing is shown. Without `concat`, which no index may be made over. */
export function nameText(column: RawBuilder<unknown>): RawBuilder<string | null> {
  const piece = (key: string) => sql`(${column} ->> ${sql.lit(key)})`;
  const [first, middle, last, suffix] = [piece('first'), piece('middle'), piece('last'), piece('suffix')];
  const or = (text: RawBuilder<unknown>) => sql`coalesce(${text}, '')`;
  const together = sql`(${or(last)} || ${or(first)} || ${or(middle)})`;
  const apart = sql`btrim(${or(sql`${first} || ' '`)} || ${or(sql`${middle} || ' '`)} || ${or(last)})`;
  const name = sql`case when ${together} ~ ${sql.lit(`^[${EASTERN}${LARGE.postgres}]+$`)} then ${together} else ${apart} end`;
  return sql<string | null>`nullif(btrim((${name}) || ${or(sql`' ' || ${suffix}`)}), '')`;
}
