import { Module, type OnModuleInit } from '@nestjs/common';
import { Orgs } from '../orgs/orgs.js';
import { JobHandlers } from '../queue/job-handlers.js';
import { FileAccess } from './file-access.js';
import { FileStore } from './file-store.js';
import { FileSweep } from './file-sweep.js';

/** Files of records: taken in, given to those who may read them, and swept when nothing points to them. */
@Module({ providers: [FileAccess, FileStore, FileSweep], exports: [FileAccess, FileStore, FileSweep] })
export class FilesModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly orgs: Orgs,
    private readonly files: FileSweep,
  ) {}

  onModuleInit(): void {
    this.handlers.register('files', async () => {
      for (const org of await this.orgs.all()) await this.files.sweep(org);
    });
  }
}
