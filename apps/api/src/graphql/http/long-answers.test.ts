import { request, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';

let test: TestApp;
let admin: Caller;
let port: number;

beforeAll(async () => {
  test = await startTestApp('long');
  admin = await test.signIn(ADMIN.email, ADMIN.password);
  await test.app.listen(0, '127.0.0.1');
  ({ port } = test.app.getHttpServer().address() as AddressInfo);
  await ask({ query: 'mutation ($data: [CustomerCreate!]!) { createCustomers(data: $data) { id } }', variables: { data: MARKS.flatMap((mark) => Array.from({ length: 50 }, (_, n) => ({ name: `${mark}-${n}`, notes: mark.repeat(400), city: mark }))) } });
}, 300_000);
afterAll(() => test.close());

/** Each has answers of some 20 to 100 KB, in which no other mark stands. */
const MARKS = ['aq', '王五', 'zü', '😀x'];

function open(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<IncomingMessage> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', method: 'POST', path: '/graphql', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), cookie: admin.cookie, 'x-guanxi-request': '1', 'accept-encoding': 'identity', ...headers } });
    asked.on('response', resolve).on('error', reject);
    asked.end(text);
  });
}

const ask = async (body: unknown): Promise<string> => readText(await open(body));
const ofMark = (mark: string) => ({ query: 'query ($mark: String!) { customers(where: { city: { eq: $mark } }, orderBy: [{ name: ASC }], first: 50) { nodes { name notes city } } other: customers(where: { city: { eq: $mark } }, first: 30) { nodes { notes } } }', variables: { mark } });

const LATE = 150;

function rawRequest(body: unknown, connection: string): string {
  const text = JSON.stringify(body);
  return `POST /graphql HTTP/1.1\r\nhost: guanxi\r\nconnection: ${connection}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\ncookie: ${admin.cookie}\r\nx-guanxi-request: 1\r\n\r\n${text}`;
}

/** The bodies of answers that follow each other on one connection. */
const splitAnswers = (received: string): string[] => received.split(/HTTP\/1\.1 200 OK\r\n[\s\S]*?\r\n\r\n/).slice(1);

function expectOnly(mark: string, answer: string): void {
  const { data } = JSON.parse(answer) as { data: Record<'customers' | 'other', { nodes: { notes: string }[] }> };
  expect(data.customers.nodes.length).toBe(50);
  expect([...data.customers.nodes, ...data.other.nodes].every(({ notes }) => notes === mark.repeat(400))).toBe(true);
  expect(data.other.nodes.length).toBe(30);
}

describe('long answers', () => {
  it('say their own records only, with hundreds on their way, others cut off and others not read for long', async () => {
    // More than the system keeps for somebody who does not read: most of it waits in the process while the others are served.
    const late = connect(port, '127.0.0.1').pause();
    for (let n = 0; n < LATE; n += 1) late.write(rawRequest(ofMark('zü'), n === LATE - 1 ? 'close' : 'keep-alive'));
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(
        Array.from({ length: 24 }, async (_, n) => {
          const mark = MARKS[(round + n) % MARKS.length] ?? '';
          const response = await open(ofMark(mark));
          if (n % 6 === 0) response.destroy();
          else expectOnly(mark, await readText(response));
        }),
      );
    }
    const answers = splitAnswers(await readText(late.resume()));
    expect(answers.length).toBe(LATE);
    for (const answer of answers) expectOnly('zü', answer);
  });

  it('have the length they say, compressed or not', async () => {
    for (const mark of MARKS) {
      const response = await open(ofMark(mark));
      const answer = await readText(response);
      expect(Number(response.headers['content-length'])).toBe(Buffer.byteLength(answer));
      const zipped = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: admin.cookie, 'x-guanxi-request': '1' }, body: JSON.stringify(ofMark(mark)) });
      expect(zipped.headers.get('content-encoding')).toBe('gzip');
      expect(await zipped.text()).toBe(answer);
    }
  });
});
