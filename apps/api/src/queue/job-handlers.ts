import { Injectable } from '@nestjs/common';
import { jobKinds, type JobHandler, type JobKind } from './job-kinds.js';

/** Who does which kind of job. Rooms register when their module starts. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<JobKind, JobHandler>();

  register(kind: JobKind, handler: JobHandler): void {
    if (this.handlers.has(kind)) throw new Error(`The job ${kind} has two handlers; exactly one is needed.`);
    this.handlers.set(kind, handler);
  }

  /** All of them, every kind with its handler. Throws with the names of those without one. */
  proven(): ReadonlyMap<JobKind, JobHandler> {
    const missing = (Object.keys(jobKinds) as JobKind[]).filter((kind) => !this.handlers.has(kind));
    if (missing.length > 0) throw new Error(`Nobody handles the jobs ${missing.join(', ')}: register a handler with JobHandlers when the module starts.`);
    return this.handlers;
  }
}
