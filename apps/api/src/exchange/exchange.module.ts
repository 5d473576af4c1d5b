import { Module, type OnModuleInit } from '@nestjs/common';
import { Orgs } from '../orgs/orgs.js';
import { JobHandlers } from '../queue/job-handlers.js';
import { ImportsResolver } from './imports/imports.resolver.js';
import { Imports } from './imports/imports.js';
import { Uploads } from './imports/uploads.js';

@Module({ providers: [Imports, ImportsResolver, Uploads], exports: [Imports, Uploads] })
export class ExchangeModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly orgs: Orgs,
    private readonly imports: Imports,
  ) {}

  onModuleInit(): void {
    this.handlers.register('import', async ({ org }) => {
      if (org !== undefined) await this.imports.runOpen(await this.orgs.byId(org));
    });
  }
}
