import { Injectable } from '@nestjs/common';
import { say } from '@guanxi/field-types';
import type { Model } from '@guanxi/metadata';
import type { Actor } from '../access/actor.js';
import { sensitiveChanges } from '../audit/sensitive-changes.js';
import { SensitiveReads } from '../audit/sensitive-reads.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { badInput, RecordsFailure } from '../graphql/failure.js';
import { MOST_CHANGES } from '../graphql/schema/change-types.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { BatchReads } from './batch-reads.js';
import { changeFaults } from './change-wording.js';
import { BEGINNING, readCursor, writeCursor, type FeedPosition } from './cursor.js';
import { ChangeFeed, positionOf, type FeedPage } from './feed.js';
import type { FeedBatch } from './feed-hub.js';
import { tellChanges, type ToldChange } from './tell-changes.js';

export interface PageWish {
  readonly after?: string | null;
  /** Names of objects; all of them when absent. */
  readonly objects?: readonly string[] | null;
  readonly first: number;
}

export interface PresentedChange extends Omit<ToldChange, 'row' | 'isAlive'> {
  readonly cursor: string;
}

export interface ChangePage {
  readonly nodes: readonly PresentedChange[];
  readonly endCursor: string;
  readonly hasMore: boolean;
}

/** History rows looked through for one page at most: where few of them may be told, a page is short and another one follows. */
const MOST_SCANNED = 5_000;

/** Pages of the feed as one person may read it. */
@Injectable()
export class ChangePages {
  private readonly shared = new WeakMap<object, BatchReads>();

  constructor(
    private readonly feed: ChangeFeed,
    private readonly models: Models,
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
    private readonly sensitive: SensitiveReads,
  ) {}

  async read(actor: Actor, { after, objects, first }: PageWish): Promise<ChangePage> {
    if (first < 0 || first > MOST_CHANGES) throw badInput(say({ ...changeFaults.pageSize, words: { most: String(MOST_CHANGES), first: String(first) } }, actor.locale));
    const epoch = await this.feed.epoch(actor.org);
    const present = (nodes: readonly PresentedChange[], end: FeedPosition, hasMore: boolean): ChangePage => ({ nodes, endCursor: writeCursor(epoch, end), hasMore });
    if (first === 0 && after == null) return present([], await this.feed.head(actor.org), false);
    const { model } = await this.models.current(actor.org);
    const wanted = readObjects(objects, model, actor);
    let position = after == null ? BEGINNING : await this.position(actor, after);
    const nodes: PresentedChange[] = [];
    for (let scanned = 0; nodes.length < first && scanned < MOST_SCANNED; ) {
      const page = await this.feed.read(actor.org, position, Math.min(Math.max(first - nodes.length, 100), 1_000));
      const rows = page.rows.filter(({ object }) => wanted === undefined || wanted.has(object));
      const told = await tellChanges(rows, { actor, model, reads: this.reads(actor.org) });
      scanned += page.rows.length;
      const room = first - nodes.length;
      const last = told[room - 1];
      await this.noteSensitive(actor, model, told.slice(0, room));
      nodes.push(...told.slice(0, room).map((change) => presentChange(change, page.window, epoch)));
      if (last && told.length > room) return present(nodes, positionOf(last.row, page.window), true);
      position = page.end;
      if (!page.hasMore) return present(nodes, position, false);
    }
    return present(nodes, position, true);
  }

  /** Where a cursor from outside points. Throws `RecordsFailure` when it is none, or older than a restore. */
  async position(actor: Pick<Actor, 'org' | 'locale'>, cursor: string): Promise<FeedPosition> {
    const read = readCursor(cursor);
    if (!read) throw badInput(say(changeFaults.noCursor, actor.locale));
    if (read.epoch !== (await this.feed.epoch(actor.org))) throw new RecordsFailure('CURSOR_EXPIRED', say(changeFaults.expired, actor.locale));
    return read.position;
  }

  /** Writes down which sensitive fields the changes tell, before they are told. */
  async noteSensitive(actor: Actor, model: Model, told: readonly ToldChange[]): Promise<void> {
    const reads = model.objects.flatMap((object) => sensitiveChanges(model, object, told.filter((change) => change.object === object.name)));
    if (reads.length > 0) await this.sensitive.note(actor, 'feed', reads);
  }

  /** The reads that everybody shares who is told the same stretch of changes. */
  readsOf(org: Org, { stretch }: Pick<FeedBatch, 'stretch'>): BatchReads {
    const known = this.shared.get(stretch) ?? this.reads(org);
    this.shared.set(stretch, known);
    return known;
  }

  private reads(org: Org): BatchReads {
    return new BatchReads(this.database.session(org), this.clock.now(org).toISOString());
  }
}

export function presentChange({ row, isAlive: _alive, ...change }: ToldChange, window: FeedPage['window'], epoch: string): PresentedChange {
  return { ...change, cursor: writeCursor(epoch, positionOf(row, window)) };
}

/** Ids of the objects with these names, as far as this person may read them. Throws for a name that nobody here knows. */
export function readObjects(names: readonly string[] | null | undefined, model: Model, actor: Actor): ReadonlySet<string> | undefined {
  if (names == null) return undefined;
  const unknown = names.find((name) => !model.objectByName.has(name) || !actor.access.objects.has(name));
  if (unknown !== undefined) throw badInput(say({ ...changeFaults.noObject, words: { name: unknown } }, actor.locale));
  return new Set(names.map((name) => model.objectByName.get(name)?.id ?? ''));
}
