import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const document = readFileSync(`${root}docs/security.md`, 'utf8');
const settings = readFileSync(`${root}apps/api/src/config/settings.ts`, 'utf8');
const sources = `${root}apps/api/src/`;
const rows = document.split('\n').filter((line) => /^\| \d/.test(line));

/** What stands between backticks and looks like a path. */
const pathsOf = (row: string): readonly string[] => (row.match(/`[^`\s]+`/g) ?? []).map((word) => word.slice(1, -1)).filter((word) => /\/|\.(ts|mjs)$/.test(word));

it('names files and settings that are there', () => {
  const names = new Set(readdirSync(sources, { recursive: true, encoding: 'utf8' }).map((path) => path.split('/').pop()));
  const isThere = (path: string) => existsSync(`${root}${path}`) || existsSync(`${sources}${path}`) || names.has(path.split('/').pop());
  expect(rows.flatMap(pathsOf).filter((path) => !isThere(path))).toEqual([]);
  expect([...new Set(document.match(/\bGUANXI_[A-Z_]+/g))].filter((name) => !settings.includes(name))).toEqual([]);
});

it('says of nothing that it is met without a test, a source or a page of the guide', () => {
  const bare = rows.filter((row) => row.split('|')[2]?.trim() === 'met' && pathsOf(row).length === 0 && !row.includes(']('));
  expect(bare.map((row) => row.slice(0, 80))).toEqual([]);
  expect(rows.length).toBeGreaterThan(50);
});
