import { Module, type OnModuleInit } from '@nestjs/common';
import { OperationsModule } from '../../operations/operations.module.js';
import { Orgs } from '../../orgs/orgs.js';
import { JobHandlers } from '../../queue/job-handlers.js';
import { ImportMappingsResolver } from './import-mappings.resolver.js';
import { ImportMappings } from './import-mappings.js';
import { ImportsResolver } from './imports.resolver.js';
import { Imports } from './imports.js';
import { Uploads } from './uploads.js';

@Module({ imports: [OperationsModule], providers: [ImportMappings, ImportMappingsResolver, Imports, ImportsResolver, Uploads], exports: [Imports, Uploads] })
export class ImportsModule implements OnModuleInit {
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
