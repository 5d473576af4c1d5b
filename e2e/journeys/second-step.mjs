import assert from 'node:assert/strict';
import { TOTP } from 'otpauth';
import { see, seeNoMore } from '../gestures.mjs';

const person = { email: `second.step${Date.now()}@example.com`, password: 'a rather long password' };

/** A device that holds passkeys and always knows who is there. */
const device = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };

export const journey = {
  name: 'second-step',
  async walk({ product, newPerson }) {
    await product.ask('/metadata', 'mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { ...person, name: 'Mei Second', permissionSets: ['admin'] } });
    // Passkeys belong to a name: browsers make none for a bare address.
    const baseURL = product.url.replace('127.0.0.1', 'localhost');
    const { page, context, look, close } = await newPerson('second-step', { baseURL });
    const authenticator = await context.newCDPSession(page);
    await authenticator.send('WebAuthn.enable');
    await authenticator.send('WebAuthn.addVirtualAuthenticator', { options: device });

    await enterPassword(page);
    await page.waitForURL('**/app/home');
    const { totp, codes } = await setUpApp(page, look);
    await addPasskey(page, look);
    await byCode(page, look, totp);
    await byRecoveryCode(page, codes);
    await byPasskeys(page, look);
    await makeClient(page, look);
    assert.deepEqual(await close(), []);
    await seeElsewhere(newPerson, baseURL);
  },
};

async function setUpApp(page, look) {
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Preferences' }).click();
  await see(page.getByRole('heading', { name: 'Preferences', level: 1 }));
  await look('preferences');
  await page.getByRole('tab', { name: 'Security' }).click();
  await page.getByRole('button', { name: 'Set up', exact: true }).click();
  await see(page.getByRole('img', { name: 'QR code for your authenticator app' }));
  await page.getByText('Can’t scan it?').click();
  await look('set-up-app');
  const secret = (await page.getByRole('dialog').locator('code').innerText()).replaceAll(' ', '');
  const totp = new TOTP({ secret });
  await page.getByLabel('Six-digit code').fill('000000');
  await see(page.getByText('This code does not fit.'));
  await page.getByLabel('Six-digit code').fill(totp.generate());
  await see(page.getByText('Keep these codes now'));
  await look('recovery-codes');
  const codes = await page.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem').allInnerTexts();
  assert.equal(codes.length, 10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await see(page.getByText('10 codes are left.'));
  return { totp, codes };
}

async function addPasskey(page, look) {
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Laptop');
  await page.getByRole('button', { name: 'Continue' }).click();
  await see(page.getByRole('rowheader', { name: 'Laptop' }));
  await look('security');
}

async function byCode(page, look, totp) {
  await leave(page);
  await enterPassword(page);
  const field = await see(page.getByLabel('Six-digit code'));
  assert.equal(await field.getAttribute('autocomplete'), 'one-time-code');
  await look('second-step');
  // The code of the set-up is used up; the next one counts already.
  await field.fill(totp.generate({ timestamp: Date.now() + 30_000 }));
  await page.waitForURL('**/app/home');
}

async function byRecoveryCode(page, codes) {
  await leave(page);
  await enterPassword(page);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(codes[0].toUpperCase());
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL('**/app/home');
  await page.goto('/app/preferences?tab=security');
  await see(page.getByText('9 codes are left.'));
}

async function byPasskeys(page, look) {
  await leave(page);
  await enterPassword(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await look('second-step-passkey');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL('**/app/home');
  await leave(page);
  await look('sign-in-with-passkey');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/app/home');
}

async function makeClient(page, look) {
  await page.goto('/setup/api?tab=clients');
  await see(page.getByText('No clients yet'));
  await page.getByRole('button', { name: 'Create client' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Warehouse');
  await dialog.getByRole('button', { name: /Permission sets/ }).click();
  await page.getByRole('option', { name: 'Admin' }).click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Create client' }).click();
  await see(page.getByText('Copy the secret now'));
  await look('client-secret');
  const secret = await page.getByRole('dialog').locator('code').innerText();
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await seeNoMore(page.getByRole('dialog'));
  const id = await page.getByRole('row', { name: /Warehouse/ }).locator('code').innerText();
  const answer = await page.request.post('/oauth/token', { form: { grant_type: 'client_credentials', client_id: id, client_secret: secret } });
  assert.equal((await answer.json()).token_type, 'Bearer');
  await page.reload();
  await see(page.getByRole('row', { name: /Warehouse/ }));
  await look('clients');
}

/** In the dark and in Chinese. */
async function seeElsewhere(newPerson, baseURL) {
  const { page, look, close } = await newPerson('second-step', { baseURL, locale: 'zh-TW', colorScheme: 'dark' });
  await page.goto('/sign-in');
  await page.getByLabel('電子郵件').fill(person.email);
  await page.getByLabel('密碼', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: '登入', exact: true }).click();
  await see(page.getByLabel('六位數驗證碼'));
  await look('second-step-zh-dark');
  assert.deepEqual(await close(), []);
}

async function enterPassword(page) {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function leave(page) {
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
}
