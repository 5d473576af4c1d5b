import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';

interface Result {
  readonly type: string | null;
  readonly value: unknown;
  readonly reads: readonly { readonly path: string; readonly value: unknown }[];
  readonly problems: readonly { readonly code: string; readonly message: string; readonly hint: string | null; readonly start: number; readonly end: number }[];
}

describe('a formula that is tried', () => {
  let test: TestApp;
  let admin: Caller;
  let customer: string;

  beforeAll(async () => {
    test = await startTestApp('formula-trials');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    const { data } = await admin.ask<{ createCustomer: { id: string } }>('mutation { createCustomer(data: { name: "Ada", city: "Taipei" }) { id } }', {}, '/graphql');
    customer = data?.createCustomer.id ?? '';
  });
  afterAll(() => test.close());

  const tryOut = async (formula: string, recordId: string | null = customer, object = 'Customer') => {
    const { data, errors } = await admin.ask<{ evaluateFormula: Result }>(
      'query ($object: String!, $formula: String!, $recordId: ID) { evaluateFormula(object: $object, formula: $formula, recordId: $recordId) { type value reads { path value } problems { code message hint start end } } }',
      { object, formula, recordId },
    );
    return data?.evaluateFormula ?? errors?.[0]?.message;
  };

  it('answers for the record what it says, and what it read there', async () => {
    expect(await tryOut('UPPER(name) & " " & city & IF(owner = $User.id, "", "?")')).toMatchObject({
      type: 'text', problems: [], reads: expect.arrayContaining([{ path: 'name', value: 'Ada' }, { path: 'city', value: 'Taipei' }]),
    });
    expect(await tryOut('LEN(name) * 1.5')).toMatchObject({ type: 'number', value: '4.5' });
    expect(await tryOut('owner.name & $Org.timeZone & createdBy.email')).toMatchObject({ type: 'text', value: expect.any(String) });
    expect(await tryOut('ISCHANGED(name) || ISNEW()')).toMatchObject({ type: 'boolean', value: false });
  });

  it('tells its type alone where there is no record', async () => {
    expect(await tryOut('TODAY() + 1', null)).toEqual({ type: 'date', value: null, reads: [], problems: [] });
  });

  it('tells what is wrong with it, and where', async () => {
    expect(await tryOut('LEN(nmae)')).toMatchObject({ type: null, value: null, problems: [{ code: 'unknown-field', hint: 'Did you mean "name"?', start: 4, end: 8 }] });
  });

  it('is refused for what is not there', async () => {
    expect(await tryOut('name', '0190a1b2-0000-7000-8000-000000000001')).toMatch(/^There is no such record of Customer/);
    expect(await tryOut('name', null, 'Nothing')).toBe('There is no object "Nothing".');
  });
});
