import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';

/** Work that whoever asks does not wait for, so that how long an answer takes tells nothing about what there was to do. */
@Injectable()
export class Aside implements OnApplicationShutdown {
  private readonly logger = new Logger(Aside.name);
  private readonly underWay = new Set<Promise<void>>();

  run(what: string, work: () => Promise<unknown>): void {
    const running: Promise<void> = work().then(() => undefined, (error: unknown) => this.logger.error(`${what} failed.`, error)).finally(() => this.underWay.delete(running));
    this.underWay.add(running);
  }

  /** When nothing is left to do. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  onApplicationShutdown(): Promise<void> {
    return this.settled();
  }
}
