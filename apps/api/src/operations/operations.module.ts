import { Module, type OnModuleInit } from '@nestjs/common';
import { Orgs } from '../orgs/orgs.js';
import { JobHandlers } from '../queue/job-handlers.js';
import { OperationRunner } from './operation-runner.js';
import { OperationsResolver } from './operations.resolver.js';
import { Operations } from './operations.js';
import { performBulk } from './perform-bulk.js';
import { performUndo } from './undo/perform-undo.js';

/** Many changes as one thing: listed, done in the background, and taken back. */
@Module({ providers: [OperationRunner, Operations, OperationsResolver], exports: [OperationRunner, Operations] })
export class OperationsModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly orgs: Orgs,
    private readonly runner: OperationRunner,
  ) {}

  onModuleInit(): void {
    this.runner.register('bulk', performBulk);
    this.runner.register('undo', performUndo);
    this.handlers.register('operations', async ({ org }) => {
      if (org !== undefined) await this.runner.runOpen(await this.orgs.byId(org));
    });
  }
}
