import { ADMIN, startTestApp, type TestApp } from '../testing/test-app.js';

const TOKEN = 'a token for tests only';

describe('the metrics', () => {
  let test: TestApp;
  let address: string;

  beforeAll(async () => {
    test = await startTestApp('metrics', { METRICS_TOKEN: TOKEN });
    await test.app.listen(0, '127.0.0.1');
    address = await test.app.getUrl();
  });
  afterAll(() => test.close());

  const read = (token?: string) => fetch(`${address}/metrics`, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

  it('are for those who have the token', async () => {
    expect([(await read()).status, (await read('another token of that kind')).status]).toEqual([401, 401]);
    const answer = await read(TOKEN);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
  });

  it('count requests by a few kinds of addresses, also those that the quick door takes, and say nothing of orgs', async () => {
    const { cookie } = await test.signIn(ADMIN.email, ADMIN.password);
    const ask = await fetch(`${address}/graphql`, { method: 'POST', headers: { cookie, 'content-type': 'application/json', 'x-guanxi-request': '1' }, body: JSON.stringify({ query: '{ __typename }' }) });
    await ask.text();
    await (await fetch(`${address}/secret-of-somebody?id=1`)).text();
    const text = await (await read(TOKEN)).text();
    expect(text).toMatch(/guanxi_http_request_seconds_count\{method="POST",route="graphql",status="2xx"\} 1/);
    expect(text).toMatch(/guanxi_http_request_seconds_count\{method="GET",route="page"/);
    expect(text).toMatch(/guanxi_jobs\{kind="automation",state="waiting"\} \d+/);
    expect(text).toMatch(/guanxi_runs\{state="ready"\} \d+\nguanxi_runs\{state="parked"\} \d+/);
    expect(text).toMatch(/guanxi_runs_late_seconds [\d.]+/);
    expect(text).toMatch(/guanxi_database_connections\{state="idle"\} \d+/);
    for (const told of ['secret-of-somebody', test.org.id, test.org.schema]) expect(text).not.toContain(told);
  });
});

it('are nowhere while no token is set', async () => {
  const test = await startTestApp('no_metrics');
  const { statusCode, headers } = await test.app.inject({ url: '/metrics' });
  expect([statusCode, headers['content-type']]).not.toEqual([200, expect.stringContaining('version=0.0.4')]);
  await test.close();
});
