import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { Settings } from '../config/settings.js';
import type { Org } from '../orgs/org.js';
import { jobKinds, type JobData, type JobKind } from './job-kinds.js';
import { connectQueue, type QueueConnection } from './queue-connection.js';

/**
 * The sending side of the queue. Losing a job is no loss: it only says that there is something to look at in an org's
 * tables, and the repeated look finds that anyway.
 */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly logger = new Logger(Queues.name);
  private readonly queues = new Map<JobKind, Queue>();
  private connecting?: Promise<QueueConnection>;

  constructor(private readonly settings: Pick<Settings, 'databaseUrl' | 'redisUrl'> & { readonly queuePrefix?: string }) {}

  /**
   * Asks for the org's work of this kind to be done soon. Never fails and need not be waited for; meant for
   * `tx.afterCommit`. Many wakes at once become one job; a wake while the job is at work makes it run once more.
   */
  wake(kind: JobKind, org: Pick<Org, 'id' | 'clock'>): void {
    // A rehearsal is moved along by the one who plays it.
    if (org.clock !== undefined) return;
    this.add(kind, { org: org.id }).catch((error: unknown) => this.logger.warn(`Waking ${kind} did not reach the queue; the next look will find the work. ${String(error)}`));
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

  /** The connection, made on first use. */
  connection(): Promise<QueueConnection> {
    this.connecting ??= connectQueue({ ...this.settings, ...(this.settings.queuePrefix && { prefix: this.settings.queuePrefix }) });
    this.connecting.catch(() => (this.connecting = undefined));
    return this.connecting;
  }

  async onApplicationShutdown(): Promise<void> {
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
