import { Injectable, Logger } from '@nestjs/common';
import { Announcements } from '../database/announcements.js';
import type { SqlSession } from '../database/sql-session.js';
import { RevisionStore } from './revision-store.js';

const TOPIC = 'published';
/** How long a revision is believed while no announcements come in. */
const UNHEARD_MILLISECONDS = 500;

interface Known {
  readonly revision: number;
  readonly readAt: number;
}

/** Which revision of each org is in force, kept up to date by announcements. Revisions only ever grow. */
@Injectable()
export class PublishedRevisions {
  private readonly logger = new Logger(PublishedRevisions.name);
  private readonly known = new Map<string, Known>();
  private readonly listeners = new Set<(orgId: string, revision: number) => void>();

  constructor(
    private readonly announcements: Announcements,
    private readonly revisions: RevisionStore,
  ) {
    announcements.on(TOPIC, ({ org, revision }) => this.learn(String(org), Number(revision), true));
    announcements.onGap(() => void this.lookAgain());
  }

  async current(orgId: string): Promise<number> {
    const known = this.known.get(orgId);
    if (known && (this.announcements.listening || Date.now() - known.readAt < UNHEARD_MILLISECONDS)) return known.revision;
    return this.learn(orgId, await this.revisions.publishedNumber(orgId), false);
  }

  forget(orgId: string): void {
    this.known.delete(orgId);
  }

  /** Part of the publishing transaction. */
  async announce(session: SqlSession, orgId: string, revision: number): Promise<void> {
    await this.announcements.announce(session, TOPIC, { org: orgId, revision });
  }

  onPublished(listener: (orgId: string, revision: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async lookAgain(): Promise<void> {
    const orgIds = [...this.known.keys()];
    // Read anew by whoever comes first; listeners hear of what changed from the loop below.
    const before = new Map(this.known);
    this.known.clear();
    for (const orgId of orgIds) {
      try {
        const revision = await this.revisions.publishedNumber(orgId);
        const isNews = revision > (before.get(orgId)?.revision ?? revision);
        this.learn(orgId, revision, false);
        if (isNews) this.tell(orgId, revision);
      } catch (error) {
        this.logger.warn(`The revision of org ${orgId} could not be read: ${String(error)}`);
      }
    }
  }

  /** Takes note of a revision; the announcement may overtake a slower look into the table. */
  learn(orgId: string, revision: number, announced: boolean): number {
    const before = this.known.get(orgId)?.revision;
    const newest = Math.max(before ?? revision, revision);
    this.known.set(orgId, { revision: newest, readAt: Date.now() });
    const isNews = announced ? before === undefined || newest > before : before !== undefined && newest > before;
    if (isNews) this.tell(orgId, newest);
    return newest;
  }

  private tell(orgId: string, revision: number): void {
    for (const listener of this.listeners) listener(orgId, revision);
  }
}
