import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from './client.js';

interface Objects {
  Customer: {
    record: { id: string; name: string; status: 'active' | 'closed' | null; place: { street: string | null; city: string | null } | null };
    create: { name: string };
    update: { name?: string };
  };
}

const objects = { Customer: { singular: 'customer', plural: 'customers', parts: { place: ['street', 'city'] } } } as const;

describe('the typed client', () => {
  let server: Server;
  let answer: unknown;
  let asked: { query: string; variables: Record<string, unknown>; authorization?: string };
  const client = () =>
    createClient<Objects>({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, key: 'a-key', objects });

  beforeAll((done) => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        asked = { ...(JSON.parse(body) as typeof asked), authorization: request.headers.authorization };
        response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
      });
    }).listen(0, '127.0.0.1', done);
  });
  afterAll((done) => {
    server.close(done);
  });

  it('asks for the pieces of a value that has several', async () => {
    answer = { data: { record: { place: { street: null, city: '臺北' } } } };
    expect((await client().find('Customer', 'x', ['place', 'name']))?.place?.city).toBe('臺北');
    expect(asked.query).toContain('{ place { street city } name }');
  });

  it('lists a page with the fields that were asked for and says where the next one begins', async () => {
    answer = { data: { page: { nodes: [{ name: '王小明' }], pageInfo: { endCursor: 'c1', hasNextPage: true } } } };
    const page = await client().list('Customer', ['name'], {
      where: { status: { eq: 'active' } },
      orderBy: [['name', 'desc']],
      first: 1,
    });
    expect(page).toEqual({ records: [{ name: '王小明' }], next: 'c1' });
    expect(asked.variables).toEqual({ where: { status: { eq: 'active' } }, orderBy: [{ name: 'DESC' }], first: 1 });
    expect(asked.authorization).toBe('Bearer a-key');
    // @ts-expect-error: a field that the object does not have is a compile error
    void (() => client().list('Customer', ['nmae']));
  });

  it('throws what the server refused, with code and problems', async () => {
    const problems = [{ path: '/name', code: 'required', message: 'Name is required.' }];
    answer = { errors: [{ message: 'The record was not saved.', extensions: { code: 'VALIDATION_FAILED', problems } }] };
    await expect(client().create('Customer', { name: '' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED', problems });
  });

  it('says so when the answer is not JSON', async () => {
    answer = '<html>';
    await expect(client().find('Customer', '1', ['id'])).rejects.toThrow('/graphql answered 200 with something that is not JSON.');
  });
});
