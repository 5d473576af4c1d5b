import { checkFormula, evaluateFormula, traceFormula, type FormulaOptions, type FormulaType, type FormulaValue, type TypedFormula } from '../index.js';

const fields: Readonly<Record<string, FormulaType>> = {
  name: 'text', other: 'text', amount: 'number', cost: 'number', active: 'boolean', due: 'date', seen: 'datetime', stage: 'picklist', 'account.name': 'text',
};
const scope = { resolve: (path: readonly string[]) => ({ type: fields[path.join('.')] ?? 'text' }) };
const environment = { now: '2026-11-22T20:00:00Z', timeZone: 'Asia/Shanghai' };

function check(text: string, options?: FormulaOptions): TypedFormula {
  const result = checkFormula(text, scope, undefined, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.formula;
}

function evaluate(text: string, record: Readonly<Record<string, FormulaValue | number>> = {}, options?: FormulaOptions): FormulaValue {
  return evaluateFormula(check(text, options), (path) => record[path.join('.')], environment);
}

describe('evaluating a formula', () => {
  it('keeps decimals exact', () => {
    expect(evaluate('0.1 + 0.2')).toBe('0.3');
    expect(evaluate('1 / 3')).toBe('0.333333333333333333');
    expect(evaluate('2 / 3')).toBe('0.666666666666666667');
    expect(evaluate('amount * 3', { amount: '33.30' })).toBe('99.9');
    expect(evaluate('amount + 1', { amount: 41 })).toBe('42');
    expect(evaluate('123456789012345678.123456789 * 1000000')).toBe('123456789012345678123456.789');
    expect(evaluate('0 * -1')).toBe('0');
  });

  it('answers blank where a calculation has no answer', () => {
    for (const text of ['1 / 0', 'MOD(1, 0)', '(-8) ^ 0.5', '0 ^ -1', '10 ^ 30', 'DATE(2026, 2, 30)', 'VALUE("a")', 'DATE(9999, 12, 31) + 1']) {
      expect([text, evaluate(text)]).toEqual([text, null]);
    }
  });

  it('counts characters as people see them stored, not UTF-16 units', () => {
    expect(evaluate('LEN("𠮷野家")')).toBe('3');
    expect(evaluate('LEFT("𠮷野家", 1)')).toBe('𠮷');
    expect(evaluate('FIND("家", "𠮷野家")')).toBe('3');
    expect(evaluate('"豈" < "𠮷"')).toBe(true);
  });

  it('takes the days of the org, not of Greenwich', () => {
    expect(evaluate('TODAY()')).toBe('2026-11-23');
    expect(evaluate('DATEVALUE(seen)', { seen: '2026-03-01T17:00:00.000Z' })).toBe('2026-03-02');
    expect(evaluate('DATETIMEVALUE(due)', { due: '2026-03-02' })).toBe('2026-03-01T16:00:00.000Z');
  });

  it('moves over months and leap days', () => {
    expect(evaluate('due + 1', { due: '2028-02-28' })).toBe('2028-02-29');
    expect(evaluate('ADDMONTHS(due, 12)', { due: '2028-02-29' })).toBe('2029-02-28');
    expect(evaluate('seen + 0.5', { seen: '2028-02-28T18:00:00Z' })).toBe('2028-02-29T06:00:00.000Z');
    expect(evaluate('seen - seen', { seen: '2028-02-28T18:00:00+08:00' })).toBe('0');
    expect(evaluate('DATE(2028, 3, 1) - DATE(2028, 2, 1)')).toBe('29');
  });

  it('reads PostgreSQL microseconds and gives them back', () => {
    expect(evaluate('seen + 1', { seen: '2026-03-01T08:00:00.123456Z' })).toBe('2026-03-02T08:00:00.123456Z');
  });
});

describe('blank', () => {
  it('is false in every comparison of numbers, dates and instants', () => {
    for (const operator of ['=', '<>', '<', '<=', '>', '>=']) {
      expect(evaluate(`amount ${operator} 1`)).toBe(false);
      expect(evaluate(`due ${operator} TODAY()`)).toBe(false);
      expect(evaluate(`seen ${operator} seen`)).toBe(false);
    }
    expect(evaluate('NOT(amount > 1)')).toBe(true);
  });

  it('is asked for by = NULL and ISBLANK', () => {
    expect(evaluate('amount = NULL')).toBe(true);
    expect(evaluate('NULL <> amount', { amount: 0 })).toBe(true);
    expect(evaluate('ISBLANK(name)', { name: '' })).toBe(true);
    expect(evaluate('ISBLANK(name)', { name: ' ' })).toBe(false);
    expect(evaluate('CASE(stage, NULL, "none", "some")', { stage: null })).toBe('none');
  });

  it('is the empty text', () => {
    expect(evaluate('name = other', { name: '', other: null })).toBe(true);
    expect(evaluate('name = NULL')).toBe(true);
    expect(evaluate('"(" & name & ")"')).toBe('()');
    expect(evaluate('name & other')).toBeNull();
    expect(evaluate('LEN(name)')).toBe('0');
  });

  it('makes a calculation blank, and leaves MIN and MAX to the others', () => {
    expect(evaluate('amount + 1')).toBeNull();
    expect(evaluate('MAX(amount, 1)')).toBe('1');
    expect(evaluate('BLANKVALUE(amount, 0) + 1')).toBe('1');
  });

  it('is zero where the formula wants it so, except for those who ask for blank', () => {
    const zero = { treatBlanksAs: 'zero' } as const;
    expect(evaluate('amount + 1', {}, zero)).toBe('1');
    expect(evaluate('amount < 1', {}, zero)).toBe(true);
    expect(evaluate('MIN(amount, 5)', {}, zero)).toBe('0');
    expect(evaluate('ISBLANK(amount)', {}, zero)).toBe(true);
    expect(evaluate('amount = NULL', {}, zero)).toBe(true);
    expect(evaluate('BLANKVALUE(amount, 7)', {}, zero)).toBe('7');
    expect(evaluate('due + 1', {}, zero)).toBeNull();
  });

  it('is false for a box that was never ticked', () => {
    expect(evaluate('active')).toBe(false);
    expect(evaluate('NOT(active)')).toBe(true);
  });
});

describe('tracing a formula', () => {
  it('tells every condition and every field with its value', () => {
    const formula = check("AND(amount > 100, ISPICKVAL(stage, 'won')) || !active");
    const record: Record<string, FormulaValue> = { amount: '99.50', stage: 'won', active: true };
    const trace = traceFormula(formula, (path) => record[path.join('.')], environment);
    expect(trace.value).toBe(false);
    expect(trace.parts.map(({ text, value }) => [text, value])).toEqual([
      ["AND(amount > 100, ISPICKVAL(stage, 'won')) || !active", false],
      ["AND(amount > 100, ISPICKVAL(stage, 'won'))", false],
      ['amount > 100', false],
      ['amount', '99.5'],
      ["ISPICKVAL(stage, 'won')", true],
      ['stage', 'won'],
      ['!active', false],
      ['active', true],
    ]);
    for (const { text, start, end } of trace.parts) expect(formula.text.slice(start, end)).toBe(text);
  });
});
