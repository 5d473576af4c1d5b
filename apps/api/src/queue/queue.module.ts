import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { JobHandlers } from './job-handlers.js';
import { Queues } from './queues.js';
import { Workers } from './workers.js';

@Global()
@Module({
  providers: [{ provide: Queues, inject: [Settings], useFactory: (settings: Settings) => new Queues(settings) }, JobHandlers, Workers],
  exports: [Queues, JobHandlers, Workers],
})
export class QueueModule {}
