import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { Settings } from '../config/settings.js';
import type { Org } from '../orgs/org.js';
import { jobKinds, type JobData, type JobKind } from './job-kinds.js';
import { connectQueue, type QueueConnection } from './queue-connection.js';

/** Shorter than people notice, and long enough that a hundred writes a second cost twenty jobs. */
const REST_MILLISECONDS = 50;

/**
 * The sending side of the queue. Losing a job is no loss: it only says that there is something to look at in an org's
 * tables, and the repeated look finds that anyway.
 */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly logger = new Logger(Queues.name);
  private readonly queues = new Map<JobKind, Queue>();
  /** Kinds and orgs that were woken a moment ago. */
  private readonly resting = new Map<string, 'quiet' | 'woken again'>();
  private readonly sending = new Set<Promise<void>>();
  private connecting?: Promise<QueueConnection>;
  private closed = false;

  constructor(private readonly settings: Pick<Settings, 'databaseUrl' | 'redisUrl'> & { readonly queuePrefix?: string }) {}

  /**
   * Asks for the org's work of this kind to be done soon. Never fails and need not be waited for; meant for
   * `tx.afterCommit`. Many wakes at once become one job; a wake while the job is at work makes it run once more. Under a
   * stream of writes an org is woken at their first and then at intervals, so that a write does not cost a job.
   */
  wake(kind: JobKind, org: Pick<Org, 'id' | 'clock'>): void {
    // A rehearsal is moved along by the one who plays it.
    if (org.clock !== undefined) return;
    const key = `${kind} ${org.id}`;
    if (this.resting.has(key)) this.resting.set(key, 'woken again');
    else this.send(kind, org.id, key);
  }

  private send(kind: JobKind, org: string, key: string): void {
    // Whatever was to be woken after the end is found by the look of another process.
    if (this.closed) return;
    const sent = this.add(kind, { org })
      .catch((error: unknown) => this.logger.warn(`Waking ${kind} did not reach the queue; the next look will find the work. ${String(error)}`))
      .finally(() => this.sending.delete(sent));
    this.sending.add(sent);
    this.resting.set(key, 'quiet');
    const rest = setTimeout(() => {
      const wokenAgain = this.resting.get(key) === 'woken again';
      this.resting.delete(key);
      if (wokenAgain) this.send(kind, org, key);
    }, REST_MILLISECONDS);
    rest.unref();
  }

  async add(kind: JobKind, data: JobData): Promise<void> {
    const queue = await this.open(kind);
    await queue.add(kind, data, { deduplication: { id: data.org ?? kind, keepLastIfActive: true } });
  }

  /** Makes sure that the repeated jobs are in the queue, also after it was emptied. */
  async scheduleRepeated(): Promise<void> {
    for (const [kind, { every }] of Object.entries(jobKinds) as [JobKind, (typeof jobKinds)[JobKind]][]) {
      if (every === undefined) continue;
      const queue = await this.open(kind);
      await queue.upsertJobScheduler(kind, { every }, { name: kind, data: {}, opts: { removeOnComplete: true, removeOnFail: 100 } });
    }
  }

  /** Jobs of each kind that wait, are at work, are put off or have failed. */
  count(): Promise<readonly { readonly kind: JobKind; readonly counts: Readonly<Record<string, number>> }[]> {
    const kinds = Object.keys(jobKinds) as JobKind[];
    return Promise.all(kinds.map(async (kind) => ({ kind, counts: await (await this.open(kind)).getJobCounts('waiting', 'active', 'delayed', 'failed') })));
  }

  /** The connection, made on first use. */
  connection(): Promise<QueueConnection> {
    this.connecting ??= connectQueue({ ...this.settings, ...(this.settings.queuePrefix && { prefix: this.settings.queuePrefix }) });
    this.connecting.catch(() => (this.connecting = undefined));
    return this.connecting;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await Promise.all(this.sending);
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.queues.clear();
    const connection = await this.connecting?.catch(() => undefined);
    this.connecting = undefined;
    await connection?.close();
  }

  private async open(kind: JobKind): Promise<Queue> {
    const { backend, connection, prefix } = await this.connection();
    const known = this.queues.get(kind);
    if (known) return known;
    const queue = new Queue(queueName(kind), { connection: connection as never, prefix, defaultJobOptions: { removeOnComplete: true, removeOnFail: 100 } }, backend as never);
    queue.on('error', (error) => this.logger.warn(`Queue ${kind}: ${error.message}`));
    this.queues.set(kind, queue);
    return queue;
  }
}

export function queueName(kind: JobKind): string {
  return `guanxi-${kind}`;
}
