import { checkFormula, type FormulaScope, type FormulaType } from '../index.js';

const fields: Readonly<Record<string, FormulaType>> = {
  name: 'text', amount: 'number', active: 'boolean', due: 'date', seen: 'datetime', stage: 'picklist', owner: 'reference',
  'account.name': 'text', 'account.owner.email': 'text',
};
const scope: FormulaScope = {
  resolve: (path) => {
    const type = fields[path.join('.')];
    return type === undefined ? undefined : { type };
  },
  suggest: (path) => {
    const above = path.length === 0 ? '' : `${path.join('.')}.`;
    return [...new Set(Object.keys(fields).filter((name) => name.startsWith(above)).map((name) => name.slice(above.length).split('.')[0] ?? ''))];
  },
};

function problemsOf(text: string, expected?: FormulaType): string[] {
  const result = checkFormula(text, scope, expected);
  return result.ok ? [] : result.problems.map(({ message, hint }) => [message, hint].filter(Boolean).join(' '));
}

function typeOf(text: string): string {
  const result = checkFormula(text, scope);
  return result.ok ? result.formula.type : result.problems.map(({ message }) => message).join(' ');
}

describe('the formula checker', () => {
  it.each([
    ['amount + 1', 'number'],
    ['due + 1', 'date'],
    ['1 + due', 'date'],
    ['due - TODAY()', 'number'],
    ['seen - 0.5', 'datetime'],
    ['NOW() - seen', 'number'],
    ['name & stage & owner', 'text'],
    ['name + "x"', 'text'],
    ['IF(active, NULL, due)', 'date'],
    ['IF(active, stage, name)', 'text'],
    ['IF(active, stage, NULL)', 'picklist'],
    ['CASE(stage, "a", 1, NULL, 2, NULL)', 'number'],
    ['BLANKVALUE(NULL, seen)', 'datetime'],
    ['MAX(due, TODAY())', 'date'],
    ['amount = NULL', 'boolean'],
    ['NULL', 'text'],
    ['owner = "x"', 'boolean'],
    ['account.owner.email', 'text'],
  ])('finds that %s is of type %s', (text, type) => {
    expect(typeOf(text)).toBe(type);
  });

  it.each([
    ['nmae', 'There is no field "nmae" here. Did you mean "name"?'],
    ['account.owner.mail', 'There is no field "account.owner.mail" here. Did you mean "account.owner.email"?'],
    ['account.ownr.email', 'There is no field "account.ownr.email" here. Did you mean "account.owner.email"?'],
    ['AMOUNT', 'There is no field "AMOUNT" here. Did you mean "amount"?'],
    ['account.revenue', 'There is no field "account.revenue" here. Known below "account" are: name, owner.'],
    ['account', 'There is no field "account" here. "account" is no value itself; add the field you mean after a dot.'],
    ['name.first', 'There is no field "name.first" here. "name" leads to no further fields.'],
    ['ISBLNK(name)', 'There is no function ISBLNK. Did you mean ISBLANK?'],
    ['CONCATENATE(name)', 'There is no function CONCATENATE. Put texts together with &.'],
    ['LEN(name, 2)', 'LEN takes 1 argument, not 2. Write LEN(text).'],
    ['CASE(stage, "a", 1, "b", 2)', 'CASE takes its values in groups of 2; with 5 arguments one is missing. Write CASE(subject, value, answer, …, answer for all else).'],
    ['LEN(stage)', 'LEN takes a text or a reference as "text", but this is a picklist. Put it into TEXT(…).'],
    ['YEAR(seen)', 'YEAR takes a date as "date", but this is a date with time. Put it into DATEVALUE(…).'],
    ['IF(amount, 1, 2)', 'IF takes true or false as "condition", but this is a number. Compare it with something, or ask NOT(ISBLANK(…)).'],
    ['IF(active, 1, "a")', 'The values must be of one kind, but this one is a text and an earlier one is a number. TEXT(…) makes a text of a number, date or instant.'],
    ['"Sum: " & amount', 'The operator & does not work with a text and a number. TEXT(…) makes a text of a number, date or instant.'],
    ['due < seen', 'The operator < does not work with a date and a date with time. DATEVALUE(…) takes the date of an instant; DATETIMEVALUE(…) takes the beginning of a date.'],
    ['active = NULL', 'The operator = does not work with true or false and blank. A field that is true or false is never blank; blank counts as false.'],
    ['due = "2026-01-31"', 'The operator = does not work with a date and a text. DATEVALUE("2026-01-31") makes a date of a text.'],
    ['REGEX(name, name)', 'The pattern of REGEX must be written as a text in the formula.'],
    ['REGEX(name, "(a")', 'A ( in the pattern is not closed.'],
    ['REGEX(name, "((a{255}){255}){255}")', 'The pattern is too large; repeat less.'],
  ])('says of %s: %s', (text, message) => {
    expect(problemsOf(text)).toEqual([message]);
  });

  it('names every problem at once, each with its place', () => {
    const result = checkFormula('nmae & LEN(stage) & FOO(1)', scope);
    expect(result).toMatchObject({
      ok: false,
      problems: [
        { code: 'unknown-field', start: 0, end: 4 },
        { code: 'argument-type', start: 11, end: 16 },
        { code: 'unknown-function', start: 20, end: 23 },
      ],
    });
  });

  it('holds the answer to the expected type, where text, picklist and reference stand for each other', () => {
    expect(problemsOf('amount', 'boolean')).toEqual(['The formula must answer true or false, but it answers a number.']);
    expect(problemsOf('amount', 'text')).toEqual(['The formula must answer a text, but it answers a number. TEXT(…) makes a text of a number, date or instant.']);
    expect(problemsOf("'call'", 'picklist')).toEqual([]);
    expect(problemsOf('owner', 'text')).toEqual([]);
    expect(checkFormula('NULL', scope, 'date')).toMatchObject({ ok: true, formula: { type: 'date' } });
    expect(checkFormula('due', scope, ['number', 'date'])).toMatchObject({ ok: true, formula: { type: 'date' } });
  });

  it('asks for the state before a change only where there is one, and only of fields of the record', () => {
    const prior = { allow: { prior: true } } as const;
    expect(problemsOf('ISNEW()')).toEqual(['ISNEW cannot be asked here: there is no state before a change. It works in validation rules and in what is checked when a record is saved.']);
    expect(checkFormula('ISCHANGED(amount) && PRIORVALUE(stage) = "won"', scope, 'boolean', prior)).toMatchObject({ ok: true, formula: { readsPrior: true, readsMoment: false, references: [['amount'], ['stage']] } });
    expect(checkFormula('PRIORVALUE(amount + 1)', scope, undefined, prior)).toMatchObject({ problems: [{ code: 'argument-value', message: 'PRIORVALUE takes a field of the record itself.' }] });
  });

  it('tells whether the answer follows the moment', () => {
    const readsMoment = (text: string): unknown => checkFormula(text, { resolve: () => ({ type: 'text' }) }).ok && (checkFormula(text, { resolve: () => ({ type: 'text' }) }) as { formula: { readsMoment: boolean } }).formula.readsMoment;
    expect(['name', '$User.name', 'TEXT(TODAY())', '$Org.currency'].map(readsMoment)).toEqual([false, true, true, false]);
  });

  it.each([
    ['VLOOKUP(name)', 'There is no function VLOOKUP. Follow a lookup with a dot, as in customer.city; where there is none, add a lookup field to the record.'],
    ['CURRENCYRATE("TWD")', 'There is no function CURRENCYRATE. Read the converted field instead: a currency field amount with a currency of its own has amountConverted beside it.'],
    ['HOUR(seen)', 'HOUR takes a time as "time", but this is a date with time. Put it into TIMEVALUE(…).'],
    ['IFS(active)', 'IFS takes at least 2 arguments, not 1. Write IFS(condition, value, …).'],
    ['FORMATDURATION(1, 2)', 'FORMATDURATION takes true or false, a date with time or a time as "with days", but this is a number. Compare it with something, or ask NOT(ISBLANK(…)).'],
    ['FORMATDURATION(seen, TRUE)', 'The second argument of FORMATDURATION must be a date with time beside such a first one.'],
  ])('says of %s: %s', (text, message) => {
    expect(problemsOf(text)).toEqual([message]);
  });

  it('tells its problems in three languages', () => {
    const result = checkFormula('LEN(amount) > nmae', scope);
    const told = (locale: string): unknown => !result.ok && result.problems.map(({ tell }) => tell(locale));
    expect(told('zh-TW')).toEqual([
      { message: 'LEN 的「text」需要文字或參照，但這是數字。', hint: '請放進 TEXT(…)。' },
      { message: '這裡沒有欄位「nmae」。', hint: '您是指「name」嗎？' },
    ]);
    expect(told('zh-CN')).toEqual([
      { message: 'LEN 的“text”需要文本或引用，但这是数字。', hint: '请放进 TEXT(…)。' },
      { message: '这里没有字段“nmae”。', hint: '您是指“name”吗？' },
    ]);
    expect(told('fr')).toEqual([
      { message: 'LEN takes a text or a reference as "text", but this is a number.', hint: 'Put it into TEXT(…).' },
      { message: 'There is no field "nmae" here.', hint: 'Did you mean "name"?' },
    ]);
  });

  it('lists the fields a formula reads, each once', () => {
    const result = checkFormula('IF(amount > 1, account.name, name) & account.name & TEXT(amount)', scope);
    expect(result).toMatchObject({ ok: true, formula: { references: [['amount'], ['account', 'name'], ['name']] } });
  });

  it('gives frozen, printable formulas', () => {
    const result = checkFormula('IF(ISBLANK(name), "none", name)', scope);
    if (!result.ok) throw new Error('The formula should be right.');
    expect(Object.isFrozen(result.formula.root)).toBe(true);
    expect(JSON.parse(JSON.stringify(result.formula))).toEqual(result.formula);
  });
});
