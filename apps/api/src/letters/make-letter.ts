import { nameSql, translate, type DocumentTable } from '@guanxi/metadata';
import { recordTable } from '@guanxi/query';
import { storedObject, type OrgPlace } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import { cleanFileName } from '../files/file-name.js';
import { findSender } from '../mail/message-maker.js';
import { evaluateTokens } from '../mail/render/evaluate-tokens.js';
import type { Org } from '../orgs/org.js';
import { layOutLetter, writeLine } from './lay-out-letter.js';
import { printPdf } from './print-pdf.js';
import type { ReadLetter } from './read-letter.js';
import { readRows, type TableRows } from './read-rows.js';

export interface MadeLetter {
  /** With its ending. */
  readonly name: string;
  readonly bytes: Buffer;
}

interface Making {
  readonly session: SqlSession;
  readonly org: Org;
  readonly place: OrgPlace;
  readonly now: Date;
  /** BCP 47. */
  readonly language: string;
  readonly unknown?: (formula: string) => string;
}

/**
 * A letter about one record. It reads with every right: a template says what it tells, and who gets the file is the
 * record's business. Undefined where the record is gone.
 */
export async function makeLetter(letter: ReadLetter, recordId: string, { session, org, place, now, language, unknown = () => '' }: Making): Promise<MadeLetter | undefined> {
  const { template, object, tokens } = letter;
  const surroundings = { sender: await findSender(session, org), org, now };
  const found = await evaluateTokens([{ key: recordId, recordId, recipient: { name: '', address: '' } }], { session, place, tokens, surroundings, object });
  const values = found.get(recordId);
  if (!values) return undefined;
  const rows = new Map<DocumentTable, TableRows>();
  for (const [table, read] of letter.tables) rows.set(table, await readRows(session, place, recordId, read));
  const laying = { letter, values: { tokens: values, rows }, reader: { language, timeZone: org.timeZone, currency: org.currency }, unknown };
  const title = translate(template.title, template.titles, language);
  const wanted = template.fileName === undefined ? `${title} ${await nameOf(session, place, object, recordId)}` : writeLine(template.fileName, laying);
  const name = `${cleanFileName(wanted.replaceAll(/[/\\]/g, '-'))?.slice(0, 200).trim() ?? title}.pdf`;
  return { name, bytes: await printPdf(layOutLetter(laying, title), { language, at: now }) };
}

async function nameOf(session: SqlSession, place: OrgPlace, object: ReadLetter['object'], id: string): Promise<string> {
  const stored = storedObject(place, object);
  const [row] = await session.run<{ name: string | null }>(sql`select ${nameSql(stored)} as name from ${recordTable(place.schema, stored)} where id = ${id}::uuid`);
  return row?.name ?? '';
}
