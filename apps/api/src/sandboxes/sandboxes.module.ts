import { Module, type OnModuleInit } from '@nestjs/common';
import { Orgs } from '../orgs/orgs.js';
import { JobHandlers } from '../queue/job-handlers.js';
import { Promotions } from './promotions.js';
import { PromotionsResolver } from './promotions.resolver.js';
import { Sandboxes } from './sandboxes.js';
import { SandboxesResolver } from './sandboxes.resolver.js';

@Module({ providers: [Promotions, PromotionsResolver, Sandboxes, SandboxesResolver], exports: [Sandboxes] })
export class SandboxesModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly orgs: Orgs,
    private readonly sandboxes: Sandboxes,
  ) {}

  onModuleInit(): void {
    this.handlers.register('sandbox', async ({ org }) => {
      if (org !== undefined) await this.sandboxes.fill(await this.orgs.byId(org));
    });
  }
}
