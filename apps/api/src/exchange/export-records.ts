import { objectWord, type ObjectModel } from '@guanxi/metadata';
import type { Actor } from '../access/actor.js';
import { answerOperation, type RecordsPorts } from '../graphql/run/answer-operation.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { exportColumns, exportQuery, type ExportColumn } from './export-columns.js';
import { exportFaults } from './imports/import-wording.js';

export interface ExportWish {
  /** Name of the object. */
  readonly object: string;
  /** Names of fields, pieces of them and fields of what they point to; all readable fields without. */
  readonly fields?: readonly string[];
  /** As the API takes them. */
  readonly where?: unknown;
  readonly orderBy?: unknown;
}

export type Export =
  | { readonly ok: true; readonly lines: AsyncGenerator<string> }
  | { readonly ok: false; readonly failure: ApiFailure };

/** Records that one page of an export reads, those around each row counted. */
const READ_AT_ONCE = 15_000;
const ROWS_AT_ONCE = 1_000;

/** The records that somebody may read as CSV, a page at a time: however many there are, only one page is in memory. */
export async function exportRecords(wish: ExportWish, actor: Actor, ports: RecordsPorts): Promise<Export> {
  const { model } = await ports.models.current(actor.org);
  const object = actor.access.objects.has(wish.object) ? model.objectByName.get(wish.object) : undefined;
  if (!object) return { ok: false, failure: new ApiFailure('NOT_FOUND', { ...exportFaults.noObject, words: { name: wish.object } }) };
  const columns = exportColumns(object, wish.fields, model, actor.access);
  const unknown = columns.flatMap((column) => ('unknown' in column ? [column.unknown] : []));
  if (unknown.length > 0) return { ok: false, failure: new ApiFailure('BAD_REQUEST', { ...exportFaults.noField, words: { object: objectWord(object), names: unknown.join(', ') } }) };
  const known = columns.filter((column): column is ExportColumn => !('unknown' in column));
  const pages = readPages(object, known, wish, actor, ports);
  // The first page is read before anything is sent: a filter that is wrong can then still be told.
  const first = await pages.next();
  if (first.value && 'refused' in first.value) return { ok: false, failure: new ApiFailure('BAD_REQUEST', first.value.refused) };
  return { ok: true, lines: write(known, first.value ? first.value.rows : [], pages) };
}

type Row = Readonly<Record<string, unknown>>;
type Page = { readonly rows: readonly Row[] } | { readonly refused: string };

async function* readPages(object: ObjectModel, columns: readonly ExportColumn[], { where, orderBy }: ExportWish, actor: Actor, ports: RecordsPorts): AsyncGenerator<Page, undefined> {
  const query = exportQuery(object, columns);
  const perRow = 1 + columns.reduce((sum, { reads }) => sum + reads, 0);
  const first = Math.max(1, Math.min(ROWS_AT_ONCE, Math.floor(READ_AT_ONCE / perRow)));
  for (let after: string | null = null; ; ) {
    const variables: Record<string, unknown> = { where: where ?? null, orderBy: orderBy ?? null, first, after };
    const answer = JSON.parse(await answerOperation({ query, variables }, actor, ports)) as Answer;
    const page = answer.data?.page;
    if (!page) {
      yield { refused: answer.errors?.[0]?.message ?? 'The records could not be read.' };
      return undefined;
    }
    yield { rows: page.nodes };
    if (!page.pageInfo.hasNextPage) return undefined;
    after = page.pageInfo.endCursor;
  }
}

interface Answer {
  readonly data?: { readonly page: { readonly nodes: readonly Row[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } } } | null;
  readonly errors?: readonly { readonly message: string }[];
}

async function* write(columns: readonly ExportColumn[], first: readonly Row[], rest: AsyncGenerator<Page, undefined>): AsyncGenerator<string> {
  // Spreadsheets take a file for UTF-8 by this mark.
  yield `\uFEFF${csvLine(columns.map(({ heading }) => heading))}`;
  const lines = (rows: readonly Row[]) => rows.map((row) => csvLine(columns.map((column, index) => column.write(row[`c${index}`])))).join('');
  yield lines(first);
  for await (const page of rest) {
    if ('refused' in page) throw new Error(`An export broke off: ${page.refused}`);
    yield lines(page.rows);
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`;
}
