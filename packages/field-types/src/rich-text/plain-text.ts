import { type RawBuilder, sql } from 'kysely';

/** The order matters: what stands for an ampersand is read last, so that "&amp;lt;" becomes "&lt;". */
const references: readonly (readonly [reference: string, character: string])[] = [
  ['&nbsp;', ' '],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&#34;', '"'],
  ['&#38;', '&'],
  ['&amp;', '&'],
];

const BREAK = '<(br|hr)[^>]*>|</(p|h[1-4]|li|pre|blockquote|tr)>';
const TAG = '<[^>]*>';
const EDGES = ' \t\n\r';

/** The words of rich text, without its elements; every paragraph is a line. */
export function plainText(html: string): string {
  const bare = html.replace(new RegExp(BREAK, 'gi'), '\n').replace(new RegExp(TAG, 'g'), '');
  const read = references.reduce((text, [reference, character]) => text.replaceAll(reference, character), bare);
  return read.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '');
}

/** The same in SQL; null when nothing is left. */
export function plainTextSql(column: RawBuilder<unknown>): RawBuilder<string | null> {
  const bare = sql`regexp_replace(regexp_replace(${column}, ${sql.lit(BREAK)}, E'\\n', 'gi'), ${sql.lit(TAG)}, '', 'g')`;
  const read = references.reduce((text, [reference, character]) => sql`replace(${text}, ${sql.lit(reference)}, ${sql.lit(character)})`, bare);
  return sql<string | null>`nullif(btrim(${read}, ${sql.lit(EDGES)}), '')`;
}

/** SQL of rich text out of plain text: one paragraph, in which every line break is kept. */
export function richTextSql(text: RawBuilder<unknown>): RawBuilder<unknown> {
  const escaped = sql`replace(replace(replace(btrim(${text}, ${sql.lit(EDGES)}), '&', '&amp;'), '<', '&lt;'), '>', '&gt;')`;
  return sql`('<p>' || replace(${escaped}, E'\\n', '<br>') || '</p>')`;
}

/** The same in memory, for files that hold plain text. */
export function toRichText(text: string): string {
  const escaped = text.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p>${escaped.replaceAll('\n', '<br>')}</p>`;
}
