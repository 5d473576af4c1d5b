import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Worker } from 'bullmq';
import { jobKinds, type JobData, type JobHandler, type JobKind } from './job-kinds.js';
import { tracing } from '../tracing/tracing.js';
import { JobHandlers } from './job-handlers.js';
import { queueName, Queues } from './queues.js';

/** After a worker was killed, its jobs are taken up by others once its hold on them has run out. */
const HOLD_MILLISECONDS = 5_000;
const CHECK_HOLDS_MILLISECONDS = 2_500;
/** How often the repeated jobs are put back should the queue have lost them. */
const RESCHEDULE_MILLISECONDS = 10_000;

/** The receiving side of the queue. Started in worker processes only; any number of them may run. */
@Injectable()
export class Workers implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Workers.name);
  private workers: readonly Worker[] = [];
  private rescheduling?: NodeJS.Timeout;

  constructor(
    private readonly queues: Queues,
    private readonly handlers: JobHandlers,
  ) {}

  /** Refuses to start unless every kind of job has its one handler. */
  async start(): Promise<void> {
    const handlers = [...this.handlers.proven()];
    this.workers = await Promise.all(handlers.map(([kind, handler]) => this.open(kind, handler)));
    await this.queues.scheduleRepeated();
    this.rescheduling = setInterval(() => void this.reschedule(), RESCHEDULE_MILLISECONDS);
    this.rescheduling.unref();
  }

  /** Lets jobs at work come to their end and takes no new ones. */
  async stop(): Promise<void> {
    clearInterval(this.rescheduling);
    await Promise.all(this.workers.map((worker) => worker.close()));
    this.workers = [];
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  private async open(kind: JobKind, handler: JobHandler): Promise<Worker> {
    const { backend, connection, prefix } = await this.queues.connection();
    const worker = new Worker<JobData>(queueName(kind), (job) => handle(kind, job.data, handler), {
      connection: connection as never,
      prefix,
      concurrency: jobKinds[kind].concurrency,
      lockDuration: HOLD_MILLISECONDS,
      stalledInterval: CHECK_HOLDS_MILLISECONDS,
      // A killed worker is no fault of the job.
      maxStalledCount: 1_000_000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 100 },
    }, backend as never);
    worker.on('error', (error) => this.logger.warn(`Worker ${kind}: ${error.message}`));
    worker.on('failed', (job, error) => this.logger.error(`Job ${kind} of org ${job?.data.org ?? '–'} failed and will be done again: ${error.stack ?? error.message}`));
    return worker;
  }

  private async reschedule(): Promise<void> {
    try {
      await this.queues.scheduleRepeated();
    } catch (error) {
      this.logger.warn(`The repeated jobs could not be put into the queue: ${String(error)}`);
    }
  }
}

/** The repeated looks find nothing most of the time: they are no traces. */
function handle(kind: JobKind, data: JobData, handler: JobHandler): Promise<void> {
  const { on } = tracing;
  if (!on || data.org === undefined) return handler(data);
  return on.span(`job ${kind}`, { 'guanxi.job': kind, 'guanxi.org': data.org }, () => handler(data), { kind: 'consumer' });
}
