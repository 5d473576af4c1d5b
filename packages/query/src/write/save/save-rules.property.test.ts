import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import { checkFormula, evaluateFormula, type FormulaReader, type FormulaType, type TypedFormula } from '@guanxi/formula';
import { formulaScope, parseDocuments, plan, type FieldModel, type Model } from '@guanxi/metadata';
import fc from 'fast-check';
import { sql, type RawBuilder } from 'kysely';
import { resolveAccess } from '../../access/resolve-access.js';
import { ADA, SCHEMA } from '../../golden/shop.js';
import { bindStatement, compileStatement, type Statement } from '../../statement/statement.js';
import { compileCreate } from '../compile-create.js';
import { compileUpdate } from '../compile-update.js';
import type { WriteAnswer, WriteProblem } from '../write-request.js';
import type { SaveRule, SaveStep } from './save-rule.js';

const NOW = '2026-03-01T08:00:00.000Z';
const id = (n: number) => `61000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const property = (n: number, type: string, keywords: object, guanxi: object = {}) => ({ title: `F${n}`, type: 'string', ...keywords, guanxi: { id: id(n), type, ...guanxi } });

const model = ((): Model => {
  const offer = {
    kind: 'object', name: 'Offer', title: 'O', type: 'object',
    properties: {
      name: property(3, 'text', { maxLength: 12 }),
      price: property(4, 'currency', { format: 'decimal' }, { precision: 6, scale: 2 }),
      stage: property(5, 'picklist', { enum: ['draft', 'sent'] }),
      due: property(6, 'date', { format: 'date' }),
      vip: property(7, 'boolean', { type: 'boolean' }),
      twice: property(9, 'formula', {}, { formula: 'price * 2', result: 'number', scale: 2, stored: true }),
    },
    guanxi: { id: id(11) },
  };
  const parsed = parseDocuments([offer]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.value;
})();
const offer = model.objectByName.get('Offer');
const fieldNamed = (name: string) => offer?.fieldByName.get(name) as FieldModel;
const runTypes = new Map<string, FormulaType>([['kept', 'number']]);
const read = (text: string, type: FormulaType): TypedFormula => {
  const scope = formulaScope(model, 'Offer');
  const checked = checkFormula(text, { ...scope, resolve: (path) => (path[0] === '$Run' ? { type: runTypes.get(path[1] ?? '') ?? 'text' } : scope.resolve(path)) }, type, { allow: { prior: true } });
  if (!checked.ok) throw new Error(`${text}: ${JSON.stringify(checked.problems)}`);
  return checked.formula;
};

const condition = fc.constantFrom('price > 10', 'ISBLANK(name)', 'vip', 'ISNEW()', 'ISCHANGED(price)', "ISPICKVAL(stage, 'sent')", 'twice > 50', 'due < TODAY()', "$User.name = 'Ada'", 'PRIORVALUE(price) < price', '$Run.kept > 20').map((text) => read(text, 'boolean'));
const assignment = fc.constantFrom(
  ['name', "'Offer'", 'text'], ['name', "name & '!'", 'text'], ['name', "'much longer than that'", 'text'], ['price', 'price * 1.1', 'number'], ['price', 'price * 1000', 'number'], ['price', '$Run.kept', 'number'], ['price', 'twice', 'number'],
  ['stage', "'sent'", 'picklist'], ['stage', "'lost'", 'picklist'], ['due', 'TODAY() + 7', 'date'], ['due', 'NULL', 'date'], ['vip', 'NOT(vip)', 'boolean'], ['vip', 'price > 10', 'boolean'],
).map(([name = '', text = '', type]) => ({ field: fieldNamed(name), formula: text === 'NULL' ? read('IF(ISBLANK(due), due, IF(due > due, due, due))', 'date') : read(text, type as FormulaType) }));

let refusals = 0;
const { steps } = fc.letrec<{ steps: readonly SaveStep[]; step: SaveStep }>((tie) => ({
  steps: fc.array(tie('step'), { maxLength: 4, depthIdentifier: 'steps' }),
  step: fc.oneof(
    { depthSize: 'small', depthIdentifier: 'steps' },
    fc.uniqueArray(assignment, { minLength: 1, maxLength: 3, selector: ({ field }) => field.name }).map((values): SaveStep => ({ kind: 'set', values })),
    fc.constantFrom('price + 1', 'LEN(name)').map((text): SaveStep => ({ kind: 'keep', name: 'kept', formula: read(text, 'number') })),
    fc.constant(null).map((): SaveStep => ({ kind: 'refuse', id: `w/${(refusals += 1)}` })),
    fc.constant<SaveStep>({ kind: 'stop' }),
    fc.tuple(fc.array(fc.record({ when: condition, steps: tie('steps') }), { minLength: 1, maxLength: 2 }), tie('steps')).map(([ways, otherwise]): SaveStep => ({ kind: 'ways', ways: [...ways, { steps: otherwise }] })),
  ),
}));
const rule: fc.Arbitrary<SaveRule> = fc.record({
  id: fc.constant('w'), on: fc.constantFrom(['create'], ['update'], ['create', 'update']) as fc.Arbitrary<SaveRule['on']>,
  fields: fc.constantFrom([], [fieldNamed('price')], [fieldNamed('name'), fieldNamed('vip')]), when: fc.option(condition, { nil: undefined }), steps,
}).map(({ when, ...rest }) => ({ ...rest, ...(when && { when }) }));

type Row = Readonly<Record<string, string | boolean | null>>;
const row: fc.Arbitrary<Row> = fc.record({
  name: fc.option(fc.constantFrom('a', 'Ada', '王')), price: fc.option(fc.constantFrom('0.00', '5.00', '-1.50', '26.00', '9.50')), stage: fc.option(fc.constantFrom('draft', 'sent')),
  due: fc.option(fc.constantFrom('2026-02-28', '2026-03-01')), vip: fc.option(fc.boolean()),
});

/** The same in memory: what the row would be, or what stands against it. */
function follow(rules: readonly SaveRule[], brought: Row, prior: Row | undefined): { readonly now: Row; readonly refused: readonly string[]; readonly unfit: readonly string[] } {
  const now: Record<string, string | boolean | null> = { ...brought };
  const refused: string[] = [];
  const unfit = new Set<string>();
  let kept: unknown = null;
  const reader = (values: Row): FormulaReader => ([first = '']) =>
    first === '$User' ? 'Ada' : first === '$Run' ? (kept as string | null) : first === 'twice' ? (values['price'] == null ? null : String(Number(values['price']) * 2)) : (values[first] ?? null);
  const ask = (formula: TypedFormula, values: Row = now) => evaluateFormula(formula, reader({ ...values }), { now: NOW, timeZone: 'Asia/Taipei', isNew: prior === undefined, prior: reader(prior ?? { ...values }) });
  /** Answers whether the workflow goes on. */
  const walk = (list: readonly SaveStep[]): boolean => list.every((step) => {
    if (step.kind === 'stop') return false;
    if (step.kind === 'refuse') { refused.push(step.id); return false; }
    if (step.kind === 'keep') { kept = ask(step.formula); return true; }
    if (step.kind === 'ways') return walk(step.ways.find(({ when }) => !when || ask(when) === true)?.steps ?? []);
    const state = { ...now };
    for (const { field, formula } of step.values) {
      const answer = ask(formula, state) as string | boolean | null;
      const value = field.name === 'price' && answer !== null ? (Math.round(Number(answer) * 100 + (Number(answer) < 0 ? -1e-6 : 1e-6)) / 100).toFixed(2) : answer === '' ? null : answer;
      const fits = value === null || (field.name === 'price' ? Math.abs(Number(value)) < 10_000 : field.name === 'stage' ? ['draft', 'sent'].includes(String(value)) : field.name !== 'name' || String(value).length <= 12);
      if (fits) now[field.name] = value;
      else unfit.add(field.name);
    }
    return true;
  });
  for (const { on, fields, when, steps: list } of rules) {
    kept = null;
    if (!on.includes(prior ? 'update' : 'create')) continue;
    if (prior && fields.length > 0 && fields.every(({ name }) => (now[name] ?? null) === (prior[name] ?? null))) continue;
    if (when && ask(when) !== true) continue;
    walk(list);
  }
  return { now, refused, unfit: [...unfit] };
}

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('save-rules');
  const run = (builder: RawBuilder<unknown>) => {
    const { text, parameters } = compileStatement(builder);
    return database.pool.query({ text, values: [...parameters] });
  };
  await run(sql`create schema ${sql.id(SCHEMA)}`);
  await run(sql`create table ${sql.id(SCHEMA, '_user')} (id uuid primary key, name text, email text, active boolean, manager_id uuid)`);
  await run(sql`create table ${sql.id(SCHEMA, '_history')} (id bigint generated always as identity primary key, object text, record_id uuid, kind text, changes jsonb, actor_id uuid, source text, operation_id uuid, at timestamptz)`);
  await run(sql`insert into ${sql.id(SCHEMA, '_user')} values (${ADA}, 'Ada', 'ada@example.com', true)`);
  for (const { statements } of plan(null, model, { schema: SCHEMA })) for (const statement of statements) await run(statement);
});
afterAll(() => database.drop());

async function send(statement: Statement, rows: readonly object[]): Promise<readonly WriteProblem[]> {
  const variables = { rows: JSON.stringify(rows), at: NOW, actor: ADA, source: 'api', operation: id(900) };
  const values = bindStatement(statement, { variables, me: ADA, now: NOW, timeZone: 'Asia/Taipei' });
  const { rows: [answer] } = await database.pool.query<WriteAnswer>({ text: statement.text, values });
  return JSON.parse(answer?.problems ?? '[]') as WriteProblem[];
}
const told = (problems: readonly WriteProblem[]) => problems.map(({ row: at, field, code }) => `${String(at)} ${code} ${String(field)}`).sort();
const stored = async (ids: readonly string[]) => {
  const { rows } = await database.pool.query<Row>(`select id, name, price::text, stage, to_char(due, 'YYYY-MM-DD') as due, vip from ${SCHEMA}.offer where id = any($1) order by array_position($1::uuid[], id)`, [ids]);
  return rows.map(({ id: _, ...rest }) => rest);
};
const history = async (ids: readonly string[], kind: string) => {
  const { rows } = await database.pool.query<{ record_id: string; changes: Record<string, [unknown, unknown]> }>(`select record_id, changes from ${SCHEMA}._history where record_id = any($1) and kind = $2`, [ids, kind]);
  return new Map(rows.map(({ record_id: record, changes }) => [record, changes]));
};
const creation = (values: Row) => Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, [null, value]]])));
const expectedProblems = (outcomes: readonly ReturnType<typeof follow>[]) =>
  outcomes.flatMap(({ refused, unfit }, index) => [...refused.map((one) => `${index} REFUSED ${one}`), ...unfit.map((one) => `${index} UNFIT ${one}`)]).sort();

it('does to records before they are saved what the rules say, as it would in memory, and writes that into their history', async () => {
  let next = 1000;
  await fc.assert(
    fc.asyncProperty(fc.array(rule, { minLength: 1, maxLength: 3 }), fc.array(fc.tuple(row, row, fc.subarray(['name', 'price', 'stage', 'due', 'vip'])), { minLength: 4, maxLength: 8 }), async (rules, pairs) => {
      const plain = { model, access: resolveAccess(model, [], { userId: ADA, admin: true }), schema: SCHEMA };
      const ground = { ...plain, saveRules: () => rules };
      const shape = { object: 'Offer', fields: ['due', 'name', 'price', 'stage', 'vip'], select: [], answer: 'many', silent: true } as const;

      const born = pairs.map(([values]) => follow(rules, values, undefined));
      const made = pairs.map(([values], index) => ({ _row: index, _id: id((next += 1)), _changes: creation(values), ...values }));
      const problems = told(await send(compileCreate({ ...shape, partial: true }, ground), made));
      expect([...new Set(problems)]).toEqual([...new Set(expectedProblems(born))]);
      const good = born.map((_, index) => index).filter((index) => born[index]?.refused.length === 0 && born[index]?.unfit.length === 0);
      const ids = good.map((index) => made[index]?._id ?? '');
      expect(await stored(ids)).toEqual(good.map((index) => born[index]?.now));
      const created = await history(ids, 'created');
      for (const index of good) expect(created.get(made[index]?._id ?? '')).toEqual(creation(born[index]?.now ?? {}));

      const old = pairs.map(([values], index) => ({ _row: index, _id: id((next += 1)), _changes: creation(values), ...values }));
      await send(compileCreate({ ...shape, unchecked: true }, ground), old);
      const changed = pairs.map(([values, change, names]) => follow(rules, { ...values, ...Object.fromEntries(names.map((name) => [name, change[name] ?? null])) }, values));
      const changes = pairs.map(([, change, names], index) => ({ _row: index, _id: old[index]?._id ?? '', _set: names, ...Object.fromEntries(names.map((name) => [name, change[name] ?? null])) }));
      expect([...new Set(told(await send(compileUpdate({ ...shape, uneven: true, partial: true }, ground), changes)))]).toEqual([...new Set(expectedProblems(changed))]);
      const asked = old.map(({ _id }) => _id);
      expect(await stored(asked)).toEqual(changed.map(({ now, refused, unfit }, index) => (refused.length + unfit.length > 0 ? pairs[index]?.[0] : now)));
    }),
    { numRuns: Number(process.env['RULE_RUNS'] ?? 25) },
  );
});

it('keeps a value for the records that do not take the way on which it is worked out again', async () => {
  const keep = (text: string): SaveStep => ({ kind: 'keep', name: 'kept', formula: read(text, 'number') });
  const steps: SaveStep[] = [
    keep('price + 1'),
    { kind: 'ways', ways: [{ when: read('price > 10', 'boolean'), steps: [keep('price * 2')] }] },
    { kind: 'set', values: [{ field: fieldNamed('price'), formula: read('$Run.kept', 'number') }] },
  ];
  const ground = { model, access: resolveAccess(model, [], { userId: ADA, admin: true }), schema: SCHEMA, saveRules: () => [{ id: 'w', on: ['create'], fields: [], steps }] satisfies SaveRule[] };
  const ids = [id(501), id(502)];
  const made = ['5.00', '26.00'].map((price, index) => ({ _row: index, _id: ids[index], _changes: { price: [null, price] }, price }));
  await send(compileCreate({ object: 'Offer', fields: ['price'], select: [], answer: 'many', silent: true }, ground), made);
  expect((await stored(ids)).map(({ price }) => price)).toEqual(['6.00', '52.00']);
});
