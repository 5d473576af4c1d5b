import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Compares with a file of golden/. `UPDATE_GOLDEN=1` writes it anew; so does its absence, outside of CI. */
export function expectGolden(name: string, value: unknown): void {
  const file = fileURLToPath(new URL(`../golden/${name}`, import.meta.url));
  const text = typeof value === 'string' ? value : `${JSON.stringify(value, null, 2)}\n`;
  if (process.env['UPDATE_GOLDEN'] || (!existsSync(file) && !process.env['CI'])) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
