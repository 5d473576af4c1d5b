import assert from 'node:assert/strict';
import { see, signIn } from '../gestures.mjs';

export const journey = {
  name: 'sign-in',
  async walk({ page, look, product }) {
    await page.goto('/app/Customer');
    await page.waitForURL('**/sign-in?*');
    await look('sign-in');

    await page.getByLabel('Email').fill(product.admin.email);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await see(page.getByText('Email and password do not match. Check both and try again.'));
    await look('wrong-password');

    // Who was sent here comes back to where they wanted to go.
    await page.getByLabel('Password', { exact: true }).fill(product.admin.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/app/Customer');
    await see(page.getByRole('heading', { name: 'Customers', level: 1 }));

    await page.getByRole('button', { name: 'Your account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');
    await page.goto('/app/home');
    await page.waitForURL('**/sign-in?*');

    await signIn(page, product.admin);
    await look('home');
    assert.match(await page.title(), /Home/);
  },
};
