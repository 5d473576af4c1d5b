import { Logger, type INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '../config/settings.js';
import { KeyRotation } from '../encryption/key-rotation.js';
import { Workers } from '../queue/workers.js';
import { makeApp } from './make-app.js';
import { makeContext } from './make-context.js';
import { setUp } from './set-up.js';

/** What the program can be started as. Each migrates the database first; whoever comes second waits. */
export const commands = {
  /** Makes the first org and its admin where there are none, and ends. */
  async setup(settings: Settings): Promise<void> {
    const app = await makeContext(settings, 'quiet');
    try {
      const lines = await setUp(app, settings);
      if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
    } finally {
      await app.close();
    }
  },

  /** Encrypts every encrypted value again with a new key, and ends. A run that was broken off is taken up with --resume. */
  async 'rotate-keys'(settings: Settings): Promise<void> {
    const app = await makeContext(settings, 'quiet');
    try {
      const unread = await app.get(KeyRotation, { strict: false }).rotate((line) => process.stdout.write(`${line}\n`), { resume: process.argv.includes('--resume') });
      if (unread > 0) process.exitCode = 1;
    } finally {
      await app.close();
    }
  },

  async api(settings: Settings): Promise<void> {
    await listen(await makeApp(settings), settings);
  },

  async worker(settings: Settings): Promise<void> {
    await startWorker(await makeContext(settings));
  },

  async all(settings: Settings): Promise<void> {
    const app = await makeApp(settings);
    await listen(app, settings);
    await startWorker(app);
  },
} as const;

export type CommandName = keyof typeof commands;

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

async function listen(app: NestFastifyApplication, { host, port }: Settings): Promise<void> {
  app.enableShutdownHooks();
  await app.listen(port, host);
  new Logger('Api').log(`Listening on ${await app.getUrl()}`);
}

async function startWorker(app: INestApplicationContext): Promise<void> {
  app.enableShutdownHooks();
  await app.get(Workers, { strict: false }).start();
  new Logger('Worker').log('Taking jobs');
}
