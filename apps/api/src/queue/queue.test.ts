import { Logger } from '@nestjs/common';
import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import { randomUUID } from 'node:crypto';
import { until } from '../testing/until.js';
import { JobHandlers } from './job-handlers.js';
import { jobKinds, type JobData, type JobKind } from './job-kinds.js';
import { Queues } from './queues.js';
import { Workers } from './workers.js';

// A handler that fails on purpose is no news.
Logger.overrideLogger(false);

const redisUrl = process.env['GUANXI_TEST_REDIS_URL'];
const backends = [
  { name: 'PostgreSQL', redisUrl: undefined, run: describe },
  { name: 'Redis (needs GUANXI_TEST_REDIS_URL)', redisUrl, run: redisUrl ? describe : describe.skip },
];

for (const backend of backends) {
  backend.run(`the queue on ${backend.name}`, () => {
    let database: TestDatabase;
    let queues: Queues;
    let handlers: JobHandlers;
    let workers: Workers;

    beforeAll(async () => (database = await createTestDatabase('queue')));
    afterAll(() => database.drop());
    beforeEach(() => {
      queues = new Queues({ databaseUrl: database.url, redisUrl: backend.redisUrl, queuePrefix: `{guanxi-test-${randomUUID()}}` });
      handlers = new JobHandlers();
      workers = new Workers(queues, handlers);
    });
    afterEach(async () => {
      await workers.stop();
      await queues.onApplicationShutdown();
    });

    it('refuses to start while a kind of job has no handler', async () => {
      handlers.register('look', async () => undefined);
      await expect(workers.start()).rejects.toThrow('Nobody handles the jobs automation, import');
    });

    it('refuses a second handler', () => {
      handlers.register('look', async () => undefined);
      expect(() => handlers.register('look', async () => undefined)).toThrow('two handlers');
    });

    it('makes one job of many wakes, and runs once more when woken at work', async () => {
      const seen: JobData[] = [];
      let finish: (() => void) | undefined;
      handlers.register('look', async () => undefined);
      registerOthers(handlers, ['look', 'automation']);
      handlers.register('automation', async (data) => {
        seen.push(data);
        if (seen.length === 1) await new Promise<void>((resolve) => (finish = resolve));
      });
      for (let count = 0; count < 5; count += 1) await queues.add('automation', { org: 'a' });
      await workers.start();
      await until(() => finish !== undefined);
      for (let count = 0; count < 5; count += 1) await queues.add('automation', { org: 'a' });
      finish?.();
      await until(() => seen.length === 2);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(seen).toEqual([{ org: 'a' }, { org: 'a' }]);
    });

    it('lets an org that wakes itself go behind the others that wait', async () => {
      const seen: string[] = [];
      registerOthers(handlers, ['backup']);
      // One at a time, so that the order tells.
      handlers.register('backup', async ({ org = '' }) => {
        seen.push(org);
        if (org === 'large' && seen.length < 5) await queues.add('backup', { org });
      });
      for (const org of ['large', 'small', 'tiny']) await queues.add('backup', { org });
      await workers.start();
      await until(() => seen.length === 5);
      expect(seen).toEqual(['large', 'small', 'tiny', 'large', 'large']);
    });

    it('looks by itself again and again, and work goes on after a handler has failed', async () => {
      let looks = 0;
      registerOthers(handlers, ['look']);
      handlers.register('look', async () => {
        looks += 1;
        if (looks === 1) throw new Error('The first look fails.');
      });
      await workers.start();
      await until(() => looks >= 2);
    });
  });
}

/** Handlers that do nothing, for the kinds that a test is not about. */
function registerOthers(handlers: JobHandlers, about: readonly JobKind[]): void {
  for (const kind of Object.keys(jobKinds) as JobKind[]) if (!about.includes(kind)) handlers.register(kind, async () => undefined);
}
