import { Module, type OnModuleInit } from '@nestjs/common';
import { Orgs } from '../../orgs/orgs.js';
import { JobHandlers } from '../../queue/job-handlers.js';
import { Queues } from '../../queue/queues.js';
import { CallKeys } from './call-keys.js';
import { CallOutbox } from './call-outbox.js';
import { CallSecrets } from './call-secrets.js';
import { CallSender } from './call-sender.js';
import { CallsResolver } from './calls.resolver.js';
import { EventDoor } from './event-door.js';
import { IncomingCalls } from './incoming-calls.js';
import { IncomingLog } from './incoming-log.js';
import { WorkflowButtons } from './workflow-buttons.js';

/** What workflows hear from outside and say to it. */
@Module({ providers: [CallKeys, CallOutbox, CallSecrets, CallSender, CallsResolver, EventDoor, IncomingCalls, IncomingLog, WorkflowButtons], exports: [CallOutbox] })
export class CallsModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly orgs: Orgs,
    private readonly sender: CallSender,
    private readonly queues: Queues,
  ) {}

  onModuleInit(): void {
    this.handlers.register('calls', async ({ org: id }) => {
      if (id === undefined) return;
      const org = await this.orgs.byId(id);
      if (await this.sender.work(org)) this.queues.wake('calls', org);
    });
  }
}
