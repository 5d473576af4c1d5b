import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { TestApp } from './test-app.js';

/** Every text, document and byte string of an org's schema and of the platform, and every file of the data folder, in which a text is. */
export async function whereaboutsOf({ database: { pool }, settings }: Pick<TestApp, 'database' | 'settings'>, text: string, schema: string): Promise<readonly string[]> {
  const { rows: columns } = await pool.query<{ schema: string; table: string; column: string }>(`
    select n.nspname as schema, c.relname as "table", a.attname as "column" from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and n.nspname in ($1, 'guanxi') and format_type(a.atttypid, null) in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'text[]')`, [schema]);
  expect(columns.length).toBeGreaterThan(200);
  const found: string[] = [];
  for (const { schema: place, table, column } of columns) {
    const { rows } = await pool.query(`select 1 from "${place}"."${table}" where position($1 in lower(case when pg_typeof("${column}") = 'bytea'::regtype then encode("${column}"::text::bytea, 'escape') else "${column}"::text end)) > 0 limit 1`, [text.toLowerCase()]);
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  const { rows: bytes } = await pool.query(`select 1 from "${schema}"._file_content where position($1 in encode(bytes, 'hex')) > 0`, [Buffer.from(text).toString('hex')]);
  if (bytes.length > 0) found.push('_file_content.bytes');
  for (const entry of await readdir(settings.dataFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || relative(settings.dataFolder, entry.parentPath).split(sep)[0] === 'postgres') continue;
    const path = join(entry.parentPath, entry.name);
    if ((await readFile(path)).toString('latin1').toLowerCase().includes(text.toLowerCase())) found.push(path);
  }
  return found;
}
