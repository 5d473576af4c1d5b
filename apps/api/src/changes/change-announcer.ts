import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Announcements } from '../database/announcements.js';
import { OrgDatabase } from '../database/org-database.js';
import type { Org } from '../orgs/org.js';
import { RecordWriter } from '../records/record-writer.js';

export const CHANGES_TOPIC = 'changes';
/** A stream of writes is announced at its first and then at intervals. */
const REST_MILLISECONDS = 100;

/** Tells every process that an org has new changes, a moment after they are committed. Nothing hangs on it: readers also look by themselves. */
@Injectable()
export class ChangeAnnouncer implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(ChangeAnnouncer.name);
  private readonly resting = new Map<string, { isAgain: boolean; readonly timer: NodeJS.Timeout }>();
  private isStopped = false;

  constructor(
    private readonly writer: RecordWriter,
    private readonly database: OrgDatabase,
    private readonly announcements: Announcements,
  ) {}

  onModuleInit(): void {
    this.writer.onWritten((org) => this.note(org));
  }

  onApplicationShutdown(): void {
    this.isStopped = true;
    for (const { timer } of this.resting.values()) clearTimeout(timer);
  }

  private note(org: Org): void {
    // A rehearsal changes nothing that anybody follows.
    if (org.clock !== undefined || this.isStopped) return;
    const resting = this.resting.get(org.id);
    if (resting) {
      resting.isAgain = true;
      return;
    }
    const timer = setTimeout(() => {
      const again = this.resting.get(org.id)?.isAgain === true;
      this.resting.delete(org.id);
      if (again) this.note(org);
    }, REST_MILLISECONDS).unref();
    this.resting.set(org.id, { isAgain: false, timer });
    this.announcements
      .announce(this.database.session(org), CHANGES_TOPIC, { org: org.id })
      .catch((error: unknown) => this.logger.warn(`Changes of org ${org.id} were not announced; readers find them by themselves. ${String(error)}`));
  }
}
