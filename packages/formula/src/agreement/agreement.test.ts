import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import fc from 'fast-check';
import { functionDefinitions } from '../functions/registry.js';
import { overloadKeys } from '../operators/registry.js';
import { createRecordTable, findDifferences, type Setting } from './compare.js';
import { functionFormulas, kinds, operatorFormulas } from './random-formulas.js';

/** A case is one formula worked out for one record, here and in PostgreSQL. */
const cases = Number(process.env['FORMULA_CASES'] ?? 9_000);
const seed = Number(process.env['FORMULA_SEED'] ?? 20_261_122);
const formulasPerStatement = 60;
const settings: readonly Setting[] = [
  { now: '2026-11-22T20:30:00.123Z', timeZone: 'Asia/Shanghai', treatBlanksAs: 'blank' },
  { now: '2024-03-10T07:30:00.000Z', timeZone: 'America/New_York', treatBlanksAs: 'zero' },
  { now: '2024-02-29T23:59:59.999Z', timeZone: 'Asia/Kathmandu', treatBlanksAs: 'blank' },
  { now: '2025-10-26T00:59:59.000Z', timeZone: 'Europe/Berlin', treatBlanksAs: 'zero' },
];

describe('JavaScript and PostgreSQL answer alike', () => {
  let database: TestDatabase;
  let records: number;

  beforeAll(async () => {
    database = await createTestDatabase('formula');
    records = await createRecordTable(database.pool, seed);
  });
  afterAll(() => database.drop());

  const everything = { ...functionFormulas(kinds), ...operatorFormulas(kinds) };

  it('is asked of every function and of every meaning of every operator', () => {
    expect(Object.keys(everything).sort()).toEqual([...functionDefinitions.map(({ name }) => name), ...overloadKeys].sort());
  });

  it('for each of them in all its forms', async () => {
    const formulas = Object.values(everything).flatMap((forms, place) => forms.flatMap(([, formula]) => fc.sample(formula, { numRuns: 2, seed: seed + place })));
    for (const [place, batch] of inBatches(formulas).entries()) {
      expect(await findDifferences(database.pool, batch, settings[place % settings.length] as Setting)).toEqual([]);
    }
  }, 120_000);

  it('for whatever is built of them', async () => {
    const formulas = fc.sample(kinds.any, { numRuns: Math.ceil(cases / records), seed });
    for (const [place, batch] of inBatches(formulas).entries()) {
      expect(await findDifferences(database.pool, batch, settings[place % settings.length] as Setting)).toEqual([]);
    }
  }, 3_600_000);
});

function inBatches(formulas: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(formulas.length / formulasPerStatement) }, (_, place) => formulas.slice(place * formulasPerStatement, (place + 1) * formulasPerStatement));
}
