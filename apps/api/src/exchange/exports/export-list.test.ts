import { agency } from '../../graphql/testing/agency-documents.js';
import { startShopApi, type Person, type ShopApi } from '../../graphql/testing/shop-api.js';
import { ListReader } from './list-reader.js';
import type { ListWish } from './list-wish.js';
import { makeListFile } from './make-list-file.js';

let api: ShopApi;
beforeAll(async () => {
  api = await startShopApi(agency);
});
afterAll(() => api.close());

async function make(object: string, data: Record<string, unknown>): Promise<string> {
  const { data: answer, errors } = await api.ask(`mutation ($data: ${object}Create!) { create${object}(data: $data) { id } }`, { data });
  if (errors) throw new Error(JSON.stringify(errors));
  return (answer as Record<string, { id: string }>)[`create${object}`]?.id ?? '';
}

async function read(wish: Omit<ListWish, 'format'>, person: Person = 'ada'): Promise<readonly string[]> {
  try {
    const file = await makeListFile({ ...wish, format: 'csv' }, api.actor(person), new ListReader(api.ports));
    let text = '';
    for await (const piece of file.pieces) text += Buffer.from(piece).toString('utf8');
    await file.close();
    return text.replace(/^\uFEFF/, '').trimEnd().split('\r\n');
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

it('writes every kind as an import understands it', async () => {
  const account = await make('Account', { code: 'A-1', name: 'Ann, Ltd.', channels: ['mail', 'call'], limit: '10' });
  const lamp = await make('Product', { name: 'Lamp' });
  const deal = await make('Deal', { name: 'First', accountId: account, amount: '30', discount: '10', closedOn: '2026-02-03', products: { add: [lamp] } });
  await make('Note', { name: 'n', regarding: { deal } });
  await make('Contact', { name: { first: 'Ada', last: 'Lovelace' }, home: { city: 'London', country: 'GB' }, talked: 5400, callAt: '14:30:00', taxNumber: 'A123', answers: { a: 1 } });
  expect(await read({ object: 'Account', fields: ['code', 'name', 'channels', 'limit', 'total', 'left', 'isBig'] })).toEqual([
    'code,name,channels,limit,total,left,isBig',
    'A-1,"Ann, Ltd.","call; mail",10.00,30.00,-20.00,true',
  ]);
  expect(await read({ object: 'Deal', fields: ['name', 'account.code', 'net', 'closedOn', 'products'] })).toEqual(['name,account.code,net,closedOn,products', `First,A-1,27.00,2026-02-03,${lamp}`]);
  expect(await read({ object: 'Note', fields: ['regarding'] })).toEqual(['regarding', `Deal:${deal}`]);
  const [, contact] = await read({ object: 'Contact', fields: ['name', 'name.last', 'home.city', 'home', 'talked', 'callAt', 'answers', 'taxNumber'] });
  expect(contact).toBe('Ada Lovelace,Lovelace,London,"; London; ; ; GB",1:30,14:30:00,"{""a"":1}",A123');
});

it('takes all fields that the person may read, the filter and the order of the API', async () => {
  await make('Account', { code: 'A-2', name: 'Bea' });
  const [heading = ''] = await read({ object: 'Account' }, 'bob');
  expect(heading.split(',')).toEqual(['id', 'owner', 'code', 'name', 'segment', 'channels', 'region', 'total', 'open', 'recent', 'latest']);
  expect(await read({ object: 'Account', fields: ['code'], where: { code: { startsWith: 'A-' } }, orderBy: [{ code: 'DESC' }] })).toEqual(['code', 'A-2', 'A-1']);
});

it('says what cannot be read, before anything is sent', async () => {
  expect(await read({ object: 'Region' }, 'bob')).toEqual(['There is no object "Region" that you may read.']);
  expect(await read({ object: 'Account', fields: ['limit', 'left'] }, 'bob')).toEqual(['Account has nothing that you may read as limit, left.']);
  expect((await read({ object: 'Account', where: { nothing: 1 } }))[0]).toContain('nothing');
});
