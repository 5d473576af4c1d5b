import assert from 'node:assert/strict';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { choose, see, seeNoMore, signIn, until } from '../gestures.mjs';

/** One of the ports that an org may name as its mail server's. */
const PORT = 2525;
const password = 'four plain words here';
const other = 'other plain words now';

/** Somebody is invited by a mail that really goes out, comes in, forgets the password, and is seen and signed out by the admin. */
export const journey = {
  name: 'invite',
  async walk({ page, look, product, newPerson }) {
    const catcher = await catchMails();
    try {
      await setMailServer(product, { host: '127.0.0.1', port: PORT, security: 'none', fromAddress: 'crm@example.com' });
      await signIn(page, product.admin);
      await page.goto('/setup/users');
      await look('users');
      await theyAreInvited({ page, look });
      const mei = await newPerson('invite-mei', { locale: 'zh-TW' });
      await sheAccepts({ ...mei, link: await catcher.linkTo('mei@example.com', '/invitation#') });
      await theAdminSeesHer({ page, look });
      await seeNoMore(mei.page.getByText('載入中'));
      await sheForgets({ newPerson, product, catcher });
      assert.deepEqual(await mei.close(), []);
    } finally {
      await setMailServer(product, {});
      await catcher.close();
    }
  },
};

async function theyAreInvited({ page, look }) {
  await page.getByRole('button', { name: 'Invite people' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'Invite people' });
  await sheet.getByRole('textbox', { name: 'E-mail addresses' }).fill('林美 <mei@example.com>\nben@example.com, not an address\nben@example.com');
  await see(sheet.getByText('Not an e-mail address: not an address'));
  await see(sheet.getByText('Twice in the list: ben@example.com'));
  await choose(sheet, 'Language of the mail', '繁體中文');
  await look('sheet');
  await sheet.getByRole('button', { name: 'Send 2 invitations' }).click();
  await seeNoMore(sheet);
  const row = page.getByRole('row', { name: /mei@example\.com/ });
  await see(row.getByText('Invited'));
  await look('invited');
}

async function sheAccepts({ page, look, link }) {
  await page.goto(link);
  await see(page.getByRole('heading', { name: '歡迎' }));
  await page.getByLabel('設定密碼', { exact: true }).fill('password1234');
  await look('weak');
  await page.getByRole('button', { name: '接受並登入' }).click();
  await see(page.getByText('這個密碼已在外洩清單中', { exact: false }));
  await look('leaked');
  await page.getByLabel('設定密碼', { exact: true }).fill(password);
  await page.getByRole('button', { name: '接受並登入' }).click();
  await page.waitForURL('**/app/home');
  await look('in');
  // The link has been used.
  const again = await page.context().newPage();
  await again.goto(link);
  await see(again.getByText('這個連結已使用過', { exact: false }));
  await again.close();
}

async function theAdminSeesHer({ page, look }) {
  await page.reload();
  await page.getByRole('link', { name: '林美' }).click();
  await see(page.getByRole('heading', { name: '林美', level: 1 }));
  await look('profile');
  await page.getByRole('tab', { name: 'Sign-ins' }).click();
  await see(page.getByRole('row', { name: /Signed in/ }));
  await look('sign-ins');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('tab', { name: 'Sessions' }).click();
  await see(page.getByRole('table', { name: 'Sessions' }));
  await look('sessions-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'End all' }).click();
  await see(page.getByText('Signed in nowhere.'));
}

async function sheForgets({ newPerson, product, catcher }) {
  const mei = await newPerson('invite-forgotten', { colorScheme: 'dark' });
  const { page, look } = mei;
  await page.goto('/reset');
  await page.getByLabel('Email').fill('mei@example.com');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await see(page.getByText('Look into your mailbox'));
  await look('asked-dark');
  const link = await catcher.linkTo('mei@example.com', '/reset#');
  await page.goto(`${product.url}${link.slice(link.indexOf('/reset#'))}`);
  await page.getByLabel('New password', { exact: true }).fill(other);
  await look('reset-dark');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.waitForURL('**/app/home');
  assert.deepEqual(await mei.close(), []);
}

function setMailServer({ ask }, input) {
  return ask('/metadata', 'mutation ($input: MailSettingsInput!) { saveMailSettings(input: $input) { server } }', { input });
}

/** A real SMTP server on this machine. */
async function catchMails() {
  const mails = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => { mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: mail.text ?? '' }); done(); }, done);
    },
  });
  await new Promise((resolve, reject) => { server.once('error', reject); server.listen(PORT, '127.0.0.1', resolve); });
  return {
    /** The link of the last mail to somebody that has one of this kind. */
    linkTo: (address, kind) => until(`a mail to ${address}`, () => mails.filter(({ to }) => to.includes(address)).map(({ text }) => /https?:\/\/[^\s)>]+#[\w-]{43}/.exec(text)?.[0]).findLast((link) => link?.includes(kind)), { seconds: 60 }),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
