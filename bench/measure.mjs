import autocannon from 'autocannon';

/**
 * Loads one side with one case and answers requests per second and latencies in milliseconds.
 * A wrong answer ends the run: a fast error is not a result.
 */
export async function measure({ url, body, place, key, seconds, connections }) {
  const headers = { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) };
  await expectAnswer(url, headers, body(place));
  const requests = [{ method: 'POST', headers, setupRequest: (request) => ({ ...request, body: JSON.stringify(body(place)) }) }];
  await autocannon({ url, requests, connections, duration: 1 });
  const result = await autocannon({ url, requests, connections, duration: seconds });
  if (result.errors + result.timeouts + result.non2xx > 0)
    throw new Error(`${url}: ${result.errors} errors, ${result.timeouts} time-outs, ${result.non2xx} refused.`);
  return { perSecond: result.requests.mean, p50: result.latency.p50, p99: result.latency.p99 };
}

async function expectAnswer(url, headers, body) {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"')) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 400)}`);
}
