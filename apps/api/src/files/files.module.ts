import { Module, type OnModuleInit } from '@nestjs/common';
import { Orgs } from '../orgs/orgs.js';
import { JobHandlers } from '../queue/job-handlers.js';
import { AttachmentAccess } from './attachment-access.js';
import { AttachmentChanges } from './attachment-changes.js';
import { AttachmentSweep } from './attachment-sweep.js';
import { Attachments } from './attachments.js';
import { AttachmentsResolver } from './attachments.resolver.js';
import { FileAccess } from './file-access.js';
import { FileStore } from './file-store.js';
import { FileSweep } from './file-sweep.js';

/** Files of records and of people: taken in, given to those who may read them, and swept when nothing points to them. */
@Module({
  providers: [AttachmentAccess, AttachmentChanges, AttachmentSweep, Attachments, AttachmentsResolver, FileAccess, FileStore, FileSweep],
  exports: [AttachmentChanges, AttachmentSweep, Attachments, FileAccess, FileStore, FileSweep],
})
export class FilesModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly orgs: Orgs,
    private readonly attachments: AttachmentSweep,
    private readonly files: FileSweep,
  ) {}

  onModuleInit(): void {
    this.handlers.register('files', async () => {
      for (const org of await this.orgs.all()) {
        await this.attachments.sweep(org);
        await this.files.sweep(org);
      }
    });
  }
}
