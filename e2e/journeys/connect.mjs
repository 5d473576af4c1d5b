import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { choose, see, seeNoMore, signIn, tick, until } from '../gestures.mjs';

export const journey = {
  name: 'connect',
  async walk({ page, look, product }) {
    const receiver = await startReceiver();
    try {
      await signIn(page, product.admin);
      await limitKey(page, look, product);
      const secret = await makeWebhook(page, look, receiver.url);
      const call = await tellOfChange(product, receiver, secret);
      await seeFailureAndReplay(page, look, product, receiver, call);
    } finally {
      await receiver.close();
    }
  },
};

/** A key that may read customers for Sales and nothing of Setup. */
async function limitKey(page, look, product) {
  await page.goto('/setup/api');
  await page.getByRole('button', { name: 'Create key' }).first().click();
  const dialog = await see(page.getByRole('dialog'));
  await dialog.getByRole('textbox', { name: 'What it is for' }).fill('Nightly report');
  await dialog.getByRole('radio', { name: /Only some/ }).locator('xpath=ancestor::label').click();
  await choose(dialog, 'Permission sets', 'Sales');
  await page.keyboard.press('Escape');
  await look('new-key');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  const key = await (await see(page.getByText(/^guanxi_/))).innerText();
  await page.getByRole('button', { name: 'I have copied it' }).click();
  const ask = (path, query) => fetch(product.url + path, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` }, body: JSON.stringify({ query }) }).then((response) => response.json());
  assert.equal(typeof (await ask('/graphql', '{ customers { totalCount } }')).data?.customers.totalCount, 'number');
  assert.equal((await ask('/metadata', '{ webhooks { id } }')).errors?.[0].extensions.code, 'FORBIDDEN');
  await see(page.getByRole('table', { name: 'API keys' }).getByText('Sales'));
  await page.getByRole('button', { name: 'Actions of Nightly report' }).click();
  await page.getByRole('menuitem', { name: 'Rotate…' }).click();
  await look('rotate-key');
  await page.getByRole('button', { name: 'Rotate key' }).click();
  const next = await (await see(page.getByText(/^guanxi_/))).innerText();
  assert.notEqual(next, key);
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await see(page.getByText(/The key before works until/));
  assert.equal(typeof (await ask('/graphql', '{ customers { totalCount } }')).data?.customers.totalCount, 'number');
  await look('keys');
}

async function makeWebhook(page, look, url) {
  await page.getByRole('tab', { name: /Webhooks/ }).click();
  await page.getByRole('button', { name: 'Create webhook' }).first().click();
  const sheet = await see(page.getByRole('dialog', { name: 'Create webhook' }));
  await sheet.getByRole('textbox', { name: 'Name', exact: true }).fill('Warehouse');
  await sheet.getByRole('textbox', { name: 'Address' }).fill('http://example.com/hook');
  await choose(sheet, 'Objects', 'Customers');
  await page.keyboard.press('Escape');
  await tick(sheet, 'Deleted');
  await sheet.getByRole('button', { name: 'Create', exact: true }).click();
  await see(sheet.getByText(/has to begin with https/));
  await look('new-webhook');
  await sheet.getByRole('textbox', { name: 'Address' }).fill(url);
  await sheet.getByRole('button', { name: 'Create', exact: true }).click();
  const secret = await (await see(page.getByText(/^whsec_/))).innerText();
  await look('secret');
  await page.getByRole('button', { name: 'I have copied it' }).click();
  return secret;
}

async function tellOfChange(product, receiver, secret) {
  await product.ask('/graphql', 'mutation { createCustomer(data: { name: "林書豪" }) { id } }');
  const call = await until('the customer is told of', () => receiver.calls.find(({ text }) => text.includes('林書豪')));
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = call.headers;
  const expected = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(`${id}.${timestamp}.${call.text}`).digest('base64');
  assert.equal(signature, `v1,${expected}`);
  assert.equal(JSON.parse(call.text).type, 'customer.created');
  return call;
}

async function seeFailureAndReplay(page, look, product, receiver) {
  receiver.status = 500;
  await product.ask('/graphql', 'mutation { createCustomer(data: { name: "王貞治" }) { id } }');
  const refused = await until('a call is refused', () => receiver.calls.find(({ text }) => text.includes('王貞治')));
  await page.reload();
  await see(page.getByText(/attempts? failed/i), { timeout: 30_000 });
  await look('webhooks');
  await page.getByRole('button', { name: 'Warehouse', exact: true }).click();
  const log = await see(page.getByRole('dialog', { name: 'Warehouse' }));
  const row = log.getByRole('button', { name: /Waiting/ }).first();
  await row.click();
  await see(log.getByText('王貞治'));
  await see(log.getByText('no room'));
  await look('failed-delivery');
  receiver.status = 200;
  await log.getByRole('button', { name: 'Send again', exact: true }).first().click();
  await see(page.getByText('The message was taken'));
  const again = receiver.calls.at(-1);
  assert.equal(again.headers['webhook-id'], refused.headers['webhook-id']);
  assert.equal(again.text, refused.text);
  await look('replayed');
  await page.keyboard.press('Escape');
  await seeNoMore(log);
  await page.getByRole('tab', { name: 'Integrate' }).click();
  await see(page.getByRole('heading', { name: 'Follow changes' }));
  const [sdk] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the package' }).click()]);
  assert.equal(sdk.suggestedFilename(), 'guanxi-sdk.tgz');
  await look('integrate');
}

async function startReceiver() {
  const receiver = { calls: [], status: 200 };
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (piece) => (text += piece));
    request.on('end', () => {
      receiver.calls.push({ headers: request.headers, text });
      response.writeHead(receiver.status).end(receiver.status === 200 ? '' : 'no room');
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  receiver.url = `http://127.0.0.1:${server.address().port}/hook`;
  receiver.close = () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); });
  return receiver;
}
