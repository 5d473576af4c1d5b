import { Injectable, Logger } from '@nestjs/common';
import { Models } from '../metadata/models.js';
import { Orgs } from '../orgs/orgs.js';

/** A probe must not wait longer than whoever asks. */
const PATIENCE_MILLISECONDS = 3_000;

/** Whether people can work: the database answers, there is an org, and its model can be read. */
@Injectable()
export class Readiness {
  private readonly logger = new Logger(Readiness.name);

  constructor(
    private readonly orgs: Orgs,
    private readonly models: Models,
  ) {}

  /** Undefined when there is none, else a sentence without internals. */
  async findObstacle(): Promise<string | undefined> {
    try {
      return await Promise.race([this.check(), lateAnswer()]);
    } catch (error) {
      this.logger.warn(`Not ready: ${String(error)}`);
      return 'The database does not answer as it should.';
    }
  }

  private async check(): Promise<string | undefined> {
    const [first] = await this.orgs.all();
    if (!first) return 'There is no organisation yet: run the setup.';
    const { revision } = await this.models.current(first);
    return revision === 0 ? 'The first organisation is still being made.' : undefined;
  }
}

function lateAnswer(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('The database takes too long to answer.'), PATIENCE_MILLISECONDS).unref();
  });
}
