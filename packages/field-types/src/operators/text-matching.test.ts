import fc from 'fast-check';
import { sql } from 'kysely';
import { openSqlRunner, type SqlRunner } from '../contract/run-sql.js';
import { compareText, normalizeLine } from '../text/text-value.js';
import { operators } from './index.js';

let database: SqlRunner;
beforeAll(async () => {
  database = await openSqlRunner('text_matching');
});
afterAll(() => database.close());

/** Text as fields hold it: composed, without NUL; rich in what patterns and letter case stumble over. */
const character = fc.oneof(fc.constantFrom('%', '_', '\\', 'i', 'I', 'İ', 'ı', 'ß', 'ẞ', 'Σ', 'ς', 'σ', 'K', 'Å', 'ǅ', '關', '👩‍💻'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }));
const line = fc.array(character, { maxLength: 8 }).map((parts) => normalizeLine(parts.join('').replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '')) ?? '');
const moment = { now: '2026-11-22T00:00:00Z', timeZone: 'UTC' };

describe.each(['contains', 'startsWith', 'endsWith'] as const)('%s', (word) => {
  it('finds in SQL what it finds in memory, whatever the text', async () => {
    const { sql: conditionSql, test, toParameter, resolveOperand } = operators[word];
    const piece = fc.tuple(line, line, fc.boolean()).map(([text, other, own]) => ({ text, operand: own ? [...text].slice(0, 2).join('').toUpperCase() : other }));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 100, maxLength: 100 }), async (pairs) => {
        const conditions = pairs.map(({ text, operand }) => {
          const resolved = resolveOperand(operand, moment, { name: 'text' });
          return conditionSql(sql`${text}::text`, sql`${toParameter(resolved)}::text`);
        });
        const rows = await database.run<{ found: boolean[] }>(sql`select array[${sql.join(conditions)}] as found`);
        const expected = pairs.map(({ text, operand }) => test(text, resolveOperand(operand, moment, { name: 'text' }), compareText));
        const differing = pairs.filter((_, index) => rows[0]?.found[index] !== expected[index]);
        expect(differing).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('compareText', () => {
  it('orders as the database does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(line, { minLength: 50, maxLength: 50 }), async (texts) => {
        const rows = await database.run<{ text: string }>(sql`select text from unnest(${texts}::text[]) as text order by text`);
        expect(rows.map(({ text }) => text)).toEqual([...texts].sort(compareText));
      }),
      { numRuns: 10 },
    );
  });
});
