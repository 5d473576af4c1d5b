// What people do with the parts of the page, by the roles and names that assistive technology sees too.
import { setTimeout as wait } from 'node:timers/promises';

export async function signIn(page, { email, password }) {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/app/home');
  await see(page.getByRole('navigation', { name: 'Main navigation' }));
}

/** Waits until something is on the screen, and returns it. */
export async function see(locator, { timeout } = {}) {
  await locator.first().waitFor({ state: 'visible', ...(timeout && { timeout }) });
  return locator.first();
}

export async function seeNoMore(locator) {
  await locator.first().waitFor({ state: 'hidden' });
}

/** A choice from a list that opens: a picklist, an operator, a unit. */
export async function choose(scope, label, option) {
  await scope.getByRole('button', { name: new RegExp(`(^|\\s)${escape(label)}$`) }).click();
  await pageOf(scope).getByRole('option', { name: option }).first().click();
}

/** A box with its words: the words are what people press. */
export async function tick(scope, name) {
  await scope.getByRole('checkbox', { name }).locator('xpath=ancestor::label').click();
}

/** Finds a record by a piece of its name and takes it. */
export async function findRecord(scope, label, text) {
  const field = scope.getByRole('combobox', { name: label });
  await field.fill(text);
  await pageOf(scope).getByRole('option', { name: text }).first().click();
}

/** A day in a date field, as the English page takes it: month, day, year; with the time where there is one. */
export async function typeDate(scope, label, { year, month, day, hour, minute }) {
  const group = scope.getByRole('group', { name: label }).first();
  const parts = hour === undefined ? [month, day, year] : [month, day, year, hour > 12 ? hour - 12 : hour, minute];
  await group.getByRole('spinbutton').first().click();
  for (const part of parts) await pageOf(scope).keyboard.type(String(part).padStart(2, '0'));
  if (hour !== undefined) await pageOf(scope).keyboard.type(hour >= 12 ? 'p' : 'a');
}

/** Publishes the whole draft by the drawer that shows what it does; `lookAt` sees the drawer before. */
export async function reviewAndPublish(page, lookAt = async () => {}) {
  await page.getByRole('region', { name: 'Unpublished changes' }).getByRole('button', { name: 'Review' }).click();
  const drawer = page.getByRole('dialog', { name: 'Review and publish' });
  await lookAt(drawer);
  await drawer.getByRole('button', { name: /^Publish \d+ change/ }).click();
  await seeNoMore(drawer);
  await seeNoMore(page.getByRole('region', { name: 'Unpublished changes' }));
}

/** Asks again until the answer is what was waited for. */
export async function until(what, ask, { seconds = 30, every = 500 } = {}) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${seconds} s for this: ${what}.`);
    await wait(every);
  }
}

/** What the page's own session may ask: the whole answer, refusals too. */
export async function askAs(page, route, query, variables) {
  const response = await page.request.post(route, { headers: { 'x-guanxi-request': '1' }, data: { query, variables } });
  return response.json();
}

function pageOf(scope) {
  return 'page' in scope && typeof scope.page === 'function' ? scope.page() : scope;
}

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
