import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { readPool } from '../database/pool.js';
import { Queues } from '../queue/queues.js';
import { AutomationSums } from './automation-sums.js';
import { routeOf } from './route-of.js';

const methods: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/** What this process measures of itself, for Prometheus. Sums over the whole installation: nothing in it tells of one org. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;
  private readonly steps: Histogram<'action'>;
  private readonly stepRuns: Counter<'action'>;

  constructor(dataSource: DataSource, queues: Queues, automation: AutomationSums) {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'guanxi_http_request_seconds', help: 'From the head of a request to the last byte of its answer.', labelNames: ['method', 'route', 'status'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers: [this.registry],
    });
    this.steps = new Histogram({
      name: 'guanxi_workflow_step_seconds', help: 'How long steps of workflows took in this process, each for all runs that took it together.', labelNames: ['action'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers: [this.registry],
    });
    this.stepRuns = new Counter({ name: 'guanxi_workflow_step_runs_total', help: 'Runs whose step was performed by this process.', labelNames: ['action'], registers: [this.registry] });
    new Gauge({
      name: 'guanxi_database_connections', help: 'Connections of this process: at work, idle, and requests that wait for one.', labelNames: ['state'], registers: [this.registry],
      collect() {
        const { totalCount, idleCount, waitingCount } = readPool(dataSource);
        this.set({ state: 'busy' }, totalCount - idleCount);
        this.set({ state: 'idle' }, idleCount);
        this.set({ state: 'awaited' }, waitingCount);
      },
    });
    new Gauge({
      name: 'guanxi_jobs', help: 'Jobs in the queue, by kind and state.', labelNames: ['kind', 'state'], registers: [this.registry],
      async collect() {
        for (const { kind, counts } of await queues.count()) for (const [state, count] of Object.entries(counts)) this.set({ kind, state }, count);
      },
    });
    new Gauge({
      name: 'guanxi_runs', help: 'Runs of workflows that are ready to go on, and those that are parked.', labelNames: ['state'], registers: [this.registry],
      async collect() {
        const { ready, parked } = await automation.read();
        this.set({ state: 'ready' }, ready);
        this.set({ state: 'parked' }, parked);
      },
    });
    new Gauge({
      name: 'guanxi_runs_late_seconds', help: 'How long the run has waited for a worker that has waited longest.', registers: [this.registry],
      async collect() {
        this.set((await automation.read()).latestSeconds);
      },
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  noteRequest(method: string, url: string, status: number, seconds: number): void {
    this.requests.observe({ method: methods.has(method) ? method : 'other', route: routeOf(url), status: `${Math.floor(status / 100)}xx` }, seconds);
  }

  /** `action` is one of those that the platform knows. */
  noteStep(action: string, seconds: number, runs: number): void {
    this.steps.observe({ action }, seconds);
    this.stepRuns.inc({ action }, runs);
  }

  /** In the text format of Prometheus. */
  write(): Promise<string> {
    return this.registry.metrics();
  }
}
