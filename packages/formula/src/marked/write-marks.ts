import { sql } from 'kysely';
import { textParameter, type Sql } from '../to-sql/fragments.js';

/** What a label or a url must not hold as it is, since it would end it. Applied in this order. */
const inLabel: readonly (readonly [string, string])[] = [['\\', '\\\\'], ['[', '\\['], [']', '\\]']];
const inUrl: readonly (readonly [string, string])[] = [[' ', '%20'], ['(', '%28'], [')', '%29'], ['\n', ''], ['\r', ''], ['\t', '']];

export function markLabel(label: string): string {
  return replaceAll(label, inLabel);
}

export function markUrl(url: string): string {
  return replaceAll(url, inUrl);
}

export function markLabelInSql(label: Sql): Sql {
  return replaceAllInSql(label, inLabel);
}

export function markUrlInSql(url: Sql): Sql {
  return replaceAllInSql(url, inUrl);
}

function replaceAll(text: string, pairs: typeof inLabel): string {
  return pairs.reduce((done, [from, to]) => done.split(from).join(to), text);
}

function replaceAllInSql(text: Sql, pairs: typeof inLabel): Sql {
  return pairs.reduce((done, [from, to]) => sql`replace(${done}, ${textParameter(from)}, ${textParameter(to)})`, text);
}
