import { Module, type OnModuleInit } from '@nestjs/common';
import { OperationsModule } from '../operations/operations.module.js';
import { Orgs } from '../orgs/orgs.js';
import { PrivacyModule } from '../privacy/privacy.module.js';
import { JobHandlers } from '../queue/job-handlers.js';
import { RetentionPreviews } from './retention-previews.js';
import { RetentionResolver } from './retention.resolver.js';
import { RetentionRules } from './retention-rules.js';
import { RetentionWorker } from './retention-worker.js';

/** How long records are kept, and what becomes of them then. */
@Module({ imports: [OperationsModule, PrivacyModule], providers: [RetentionPreviews, RetentionResolver, RetentionRules, RetentionWorker], exports: [RetentionWorker] })
export class RetentionModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly orgs: Orgs,
    private readonly worker: RetentionWorker,
  ) {}

  onModuleInit(): void {
    this.handlers.register('retention', async ({ org }) => {
      if (org !== undefined) await this.worker.work(await this.orgs.byId(org));
    });
  }
}
