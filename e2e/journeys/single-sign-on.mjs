import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { choose, see, signIn, tick } from '../gestures.mjs';

const ada = { email: 'ada.sso@example.com', email_verified: true, name: 'Ada Lovelace', groups: ['crm-sales'] };

export const journey = {
  name: 'single-sign-on',
  async walk({ page, look, product, newPerson }) {
    const oidc = await startProvider(`${product.url}/auth/oidc/callback`);
    try {
      await signIn(page, product.admin);
      await readRules(page, look);
      await addProvider(page, look, oidc);
      await connectDirectory(page, look, product);
      await page.emulateMedia({ colorScheme: 'dark' });
      await look('keys-dark');
      await comeBySingleSignOn({ product, newPerson, oidc });
    } finally {
      await oidc.close();
    }
  },
};

async function readRules(page, look) {
  await page.goto('/setup/security');
  await see(page.getByRole('heading', { name: 'Sign-in and security', level: 1 }));
  await see(page.getByLabel('Longest session'));
  await page.getByLabel('Allowed networks').fill('203.0.113.0/24');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await see(page.getByText('you would shut yourself out'));
  await look('rules-refused');
  await page.getByLabel('Allowed networks').fill('');
  await page.getByLabel('Longest session').fill('168');
  // A number counts once its field is left.
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await see(page.getByText('The sign-in rules are in force'));
}

async function addProvider(page, look, oidc) {
  await page.getByRole('tab', { name: 'Single sign-on' }).click();
  await look('no-provider');
  await page.getByRole('button', { name: 'Add provider' }).click();
  const sheet = await see(page.getByRole('dialog', { name: 'Add provider' }));
  await see(sheet.getByText('/auth/oidc/callback'));
  await sheet.getByLabel('Name').fill('Campus');
  await sheet.getByLabel('Issuer').fill(`${oidc.issuer}/nowhere`);
  await sheet.getByRole('button', { name: 'Test connection' }).click();
  await see(sheet.getByText('The provider could not be read'));
  await sheet.getByLabel('Issuer').fill(oidc.issuer);
  await sheet.getByRole('button', { name: 'Test connection' }).click();
  await see(sheet.getByText('The provider answers'));
  await look('tested');
  await sheet.getByLabel('Client ID').fill('guanxi');
  await sheet.getByLabel('Client secret').fill('the secret of the client');
  await sheet.getByLabel('E-mail domains').fill('example.com');
  await sheet.getByLabel('Claim with the groups').fill('groups');
  await sheet.getByRole('button', { name: 'Add group' }).click();
  await sheet.getByRole('textbox', { name: /^Group/ }).fill('crm-sales');
  await choose(sheet, 'Permission sets', 'Sales');
  await page.keyboard.press('Escape');
  await tick(sheet, /Only people in one of these groups/);
  await look('provider');
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  await see(page.getByText('Campus is saved'));
  await look('providers');
}

async function connectDirectory(page, look, product) {
  await page.getByRole('tab', { name: 'Directory (SCIM)' }).click();
  await page.getByRole('button', { name: 'Make a token' }).first().click();
  const dialog = await see(page.getByRole('dialog', { name: 'Make a token' }));
  await dialog.getByLabel('Directory').fill('Okta');
  await dialog.getByRole('button', { name: 'Make a token' }).click();
  const once = await see(page.getByRole('dialog', { name: 'Copy the token now' }));
  const token = /guanxi_scim_[\w-]+/.exec(await once.innerText())?.[0];
  await once.getByRole('button', { name: 'I have copied it' }).or(once.getByRole('button').last()).first().click();
  const answer = await fetch(`${product.url}/scim/v2/Users?filter=${encodeURIComponent(`userName eq "${product.admin.email}"`)}`, { headers: { authorization: `Bearer ${token}` } });
  assert.equal((await answer.json()).totalResults, 1);
  await page.reload();
  await see(page.getByRole('table', { name: 'Tokens' }).getByText('Okta'));
  await look('directory');
  await page.getByRole('tab', { name: 'API keys' }).click();
  await see(page.getByText('Command line of this machine'));
  await look('keys');
}

async function comeBySingleSignOn({ product, newPerson, oidc }) {
  const person = await newPerson('single-sign-on-ada');
  oidc.accounts.set('ada', ada);
  await person.page.goto('/app/Customer');
  await person.page.waitForURL('**/sign-in?*');
  await person.page.getByLabel('Email').fill(ada.email);
  await see(person.page.getByRole('button', { name: 'Continue with Campus' }));
  await person.look('ways');
  await person.page.getByRole('button', { name: 'Continue with Campus' }).click();
  await person.page.getByRole('button', { name: 'Sign in as ada' }).click();
  await person.page.waitForURL(`${product.url}/app/Customer`);
  await see(person.page.getByRole('heading', { name: 'Customers', level: 1 }));
  await person.look('signed-in');

  oidc.accounts.set('ada', { ...ada, groups: [] });
  // The provider may still know who this is.
  await person.page.goto('/sign-in');
  await person.page.getByRole('button', { name: 'Continue with Campus' }).click();
  const [again, refused] = [person.page.getByRole('button', { name: 'Sign in as ada' }), person.page.getByText('in none of the groups')];
  await see(again.or(refused));
  if (await again.isVisible()) await again.click();
  await see(refused);
  await person.look('no-group');
  const { users } = await product.ask('/metadata', '{ users { email active } }');
  assert.equal(users.find(({ email }) => email === ada.email)?.active, false);
  await person.close();
}

/** A real provider, with one button for who somebody is. */
async function startProvider(redirectAddress) {
  const { default: Provider } = await import('oidc-provider');
  const http = createServer();
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${http.address().port}`;
  const accounts = new Map();
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'guanxi', client_secret: 'the secret of the client', redirect_uris: [redirectAddress] }],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['a key of the journey'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts.get(id) }) }),
  });
  const answer = provider.callback();
  const interact = async (request, response) => {
    const { prompt, params } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login' && request.method === 'GET') {
      response.setHeader('content-type', 'text/html');
      return response.end('<!doctype html><html lang="en"><title>Campus</title><link rel="icon" href="data:,"><main><h1>Campus</h1><form method="post"><button>Sign in as ada</button></form></main></html>');
    }
    if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: 'ada', remember: false } });
    const grant = new provider.Grant({ accountId: 'ada', clientId: 'guanxi' });
    grant.addOIDCScope(params.scope);
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  };
  http.on('request', (request, response) => void (request.url.startsWith('/interaction/') ? interact(request, response) : answer(request, response)));
  return { issuer, accounts, close: () => new Promise((resolve) => { http.closeAllConnections(); http.close(resolve); }) };
}
