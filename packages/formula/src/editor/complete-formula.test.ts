import { completeFormula, type FormulaScope, type FormulaType } from '../index.js';

const fields: Readonly<Record<string, FormulaType>> = { amount: 'number', 'account.name': 'text', 'account.owner': 'reference' };
const scope: FormulaScope = {
  resolve: (path) => {
    const type = fields[path.join('.')];
    return type === undefined ? undefined : { type };
  },
  label: (path) => (path.join('.') === 'account.owner' ? '負責人' : undefined),
  suggest: (path) => (path.length === 0 ? ['amount', 'account', '$User'] : path.join('.') === 'account' ? ['name', 'owner'] : []),
};

/** The bar stands for the cursor. */
function complete(marked: string): string[] {
  const position = marked.indexOf('|');
  return completeFormula(marked.replace('|', ''), position, scope).map(({ label }) => label);
}

describe('completing a formula', () => {
  it('offers fields, functions and words that begin as what is written, in any capitals', () => {
    expect(complete('1 + a|')).toEqual(['amount', 'account', 'AND', 'ASCII', 'ABS', 'ASIN', 'ACOS', 'ATAN', 'ATAN2', 'ADDMONTHS']);
    expect(complete('nu|')).toEqual(['NULLVALUE', 'NULL']);
    expect(complete('$|')).toEqual(['$User']);
  });

  it('finds a field by what people call it, and tells whether it leads further', () => {
    expect(complete('account.負|')).toEqual(['owner']);
    expect(completeFormula('acc', 3, scope)[0]).toMatchObject({ label: 'account', leads: true });
  });

  it('offers what lies behind a dot', () => {
    expect(complete('IF(account.|')).toEqual(['name', 'owner']);
    expect(complete('account.ow|')).toEqual(['owner']);
    expect(complete('amount.|')).toEqual([]);
  });

  it('offers nothing inside texts, comments and numbers', () => {
    expect(complete('"a|')).toEqual([]);
    expect(complete("'it\\'s a|'")).toEqual([]);
    expect(complete('/* a|')).toEqual([]);
    expect(complete('12|')).toEqual([]);
    expect(complete('"x" & am|')).toEqual(['amount']);
  });

  it('says what to replace, and tells types and signatures', () => {
    expect(completeFormula('1 + amo', 6, scope)).toEqual([{ label: 'amount', kind: 'field', insert: 'amount', detail: 'number', start: 4, end: 7 }]);
    expect(completeFormula('IFX', 2, scope)).toEqual([
      expect.objectContaining({ label: 'IF', kind: 'function', insert: 'IF(', start: 0, end: 3, detail: 'IF(condition, value if true, value if false)' }),
      expect.objectContaining({ label: 'IFS' }),
    ]);
  });
});
