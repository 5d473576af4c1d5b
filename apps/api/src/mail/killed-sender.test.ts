import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { OrgDatabase } from '../database/org-database.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { until } from '../testing/until.js';
import { Outbox } from './outbox.js';
import { startMailCatcher, type MailCatcher } from './testing/mail-catcher.js';
import { writeMails } from './write-mails.js';

const root = new URL('../../../../', import.meta.url);
const mails = 120;
const kills = 2;
/** Mails that one worker may have in its hands at once. */
const inHand = 12;

describe('a worker that is killed while it sends mails', () => {
  let test: TestApp;
  let catcher: MailCatcher;
  beforeAll(async () => {
    catcher = await startMailCatcher();
    test = await startTestApp('killed mailer');
  });
  afterAll(async () => {
    await test.close();
    await catcher.close();
  });

  const startWorker = (): ChildProcess =>
    spawn(process.execPath, ['--no-warnings', '--import', fileURLToPath(new URL('scripts/jest/run-typescript.mjs', root)), fileURLToPath(new URL('apps/api/src/main.ts', root)), 'worker'], {
      env: {
        PATH: process.env['PATH'], DATABASE_URL: test.settings.databaseUrl, GUANXI_DATA: test.settings.dataFolder, LOG_LEVEL: 'error',
        SMTP_URL: `smtp://127.0.0.1:${catcher.port}?tls=none`, MAIL_FROM: 'Shop <shop@example.com>', MAIL_RATE: '100000',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });

  it('loses none; what was under way comes again under its Message-ID', async () => {
    const { app, org } = test;
    await app.get(OrgDatabase).transaction(org, (tx) => writeMails(tx, Array.from({ length: mails }, (_, index) => (
      { key: `mail ${index}`, kind: 'test' as const, to: { address: `to${index}@example.org` }, message: { subject: `Mail ${index}`, text: 't', html: 'h' }, language: 'en', at: new Date() }))));
    for (let kill = 0; kill < kills; kill += 1) {
      const before = catcher.caught.length;
      const worker = startWorker();
      const exited = once(worker, 'exit');
      await until(() => catcher.caught.length > before + 5);
      worker.kill('SIGKILL');
      await exited;
    }
    const worker = startWorker();
    const exited = once(worker, 'exit');
    const outbox = app.get(Outbox, { strict: false });
    await until(async () => (await outbox.countByStatus(org)).sent === mails, 120_000);
    worker.kill('SIGTERM');
    await exited;
    const ids = new Map(catcher.caught.map(({ parsed }) => [parsed.messageId, parsed.subject]));
    expect(ids.size).toBe(mails);
    expect(new Set(ids.values()).size).toBe(mails);
    expect(catcher.caught.length).toBeLessThanOrEqual(mails + kills * inHand);
  }, 300_000);
});
