import { parseDocuments, parseImportPlan, type ImportPlan } from '@guanxi/metadata';
import { agency } from '../../graphql/testing/agency-documents.js';
import { makeConverter, type Conversion } from './convert-row.js';
import { shapeOf } from './import-shape.js';

const parsed = parseDocuments(agency);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const model = parsed.value;

function convert(object: string, cells: Readonly<Record<string, string>>, mode: ImportPlan['mode'] = 'create'): Conversion {
  const columns = Object.keys(cells).map((column) => ({ column, field: column }));
  const plan = parseImportPlan({ object, mode, columns }, model, Object.keys(cells));
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const convert = makeConverter(shapeOf(plan.value, model, 'org'), Object.keys(cells), { file: { locale: 'en', timeZone: 'Asia/Taipei' }, told: 'en' });
  return convert({ number: 2, cells: Object.values(cells) });
}

describe('the cells of a row', () => {
  it('are understood as every kind writes them', () => {
    const result = convert('Contact', {
      'name.first': 'Ada', 'name.last': 'Lovelace', home: '12 St James; London; ; SW1; United Kingdom', 'position.latitude': '51.50', 'position.longitude': '-0.13',
      talked: '1:30', callAt: '14:30', remarks: '<p>Likes <b>numbers</b></p><script>x</script>', answers: '{"a":[1]}', taxNumber: 'A123456789', currency: 'usd', fee: '1,234.50',
    });
    expect(result).toMatchObject({
      kind: 'row',
      row: {
        values: {
          name: { first: 'Ada', last: 'Lovelace' },
          home: { street: '12 St James', city: 'London', postalCode: 'SW1', country: 'GB' },
          position: { latitude: '51.5', longitude: '-0.13' },
          talked: 5400,
          callAt: '14:30:00',
          remarks: '<p>Likes <b>numbers</b></p>',
          answers: { a: [1] },
          taxNumber: 'A123456789',
          currency: 'USD',
          fee: '1234.50',
        },
      },
    });
  });

  it('hold several values, and records of one of several objects', () => {
    const id = '0192f0c1-2b3c-7d4e-8f50-123456789abc';
    expect(convert('Account', { name: 'Ann', channels: 'visit; call' })).toMatchObject({ kind: 'row', row: { values: { channels: ['call', 'visit'] } } });
    expect(convert('Note', { name: 'x', regarding: `Deal:${id}` })).toMatchObject({ kind: 'row', row: { values: { regarding: { deal: id } } } });
    expect(convert('Deal', { name: 'x', products: id })).toMatchObject({ kind: 'row', row: { values: { products: { add: [id] } } } });
  });

  it('name a record by its external id after its object', () => {
    expect(convert('Note', { name: 'x', regarding: 'account: A-1 ' })).toMatchObject({ kind: 'row', row: { keys: { regardingAccount: 'A-1' } } });
    // Deals have no external id: what follows the colon has to be an id.
    expect(convert('Note', { name: 'x', regarding: 'Deal:D-1' })).toMatchObject({ kind: 'rejected', problems: [{ column: 'regarding', value: 'Deal:D-1' }] });
  });

  it('are blank together', () => {
    expect(convert('Contact', { 'home.city': '', 'home.country': '' }, 'create')).toMatchObject({ kind: 'row', row: { values: {} } });
    expect(convert('Contact', { 'home.city': 'Tainan', 'home.country': '' })).toMatchObject({ kind: 'row', row: { values: { home: { city: 'Tainan' } } } });
  });

  it('are refused with the column and the reason', () => {
    const result = convert('Contact', { 'home.country': 'Atlantis', callAt: 'late', answers: '{' });
    expect(result.kind === 'rejected' && result.problems.map(({ column, code }) => `${column} ${code}`)).toEqual(['callAt time-expected', 'answers json-expected', 'home.country country-expected']);
  });
});

it('a plan names pieces of fields that have them, and nothing that is worked out', () => {
  const check = (field: string) => parseImportPlan({ object: 'Contact', mode: 'create', columns: [{ column: 'a', field }] }, model, ['a']).ok;
  expect(['home', 'home.city', 'name.last', 'position.latitude'].map(check)).toEqual([true, true, true, true]);
  expect(['home.town', 'fee.amount', 'letter', 'feeConverted'].map(check)).toEqual([false, false, false, false]);
});
