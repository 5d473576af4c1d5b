import { Injectable } from '@nestjs/common';
import { say } from '@guanxi/field-types';
import type { Actor } from '../access/actor.js';
import { Models } from '../metadata/models.js';
import { ChangePages, presentChange, readObjects } from './change-pages.js';
import { changeFaults } from './change-wording.js';
import { writeCursor, type FeedPosition } from './cursor.js';
import { ChangeFeed } from './feed.js';
import { FeedHub, type FeedBatch } from './feed-hub.js';
import { Follower } from './follower.js';
import { beatingWith } from './heartbeat.js';
import { tellChanges } from './tell-changes.js';

export interface StreamWish {
  /** Cursor of the last change that is known; from now on without it. */
  readonly after?: string;
  readonly objects?: readonly string[];
  /** Only these records. */
  readonly ids?: ReadonlySet<string>;
}

/** Shorter than proxies wait for a word. */
const HEARTBEAT_MILLISECONDS = 15_000;

/** The feed as texts of server-sent events. */
@Injectable()
export class ChangeStreams {
  constructor(
    private readonly feed: ChangeFeed,
    private readonly hub: FeedHub,
    private readonly pages: ChangePages,
    private readonly models: Models,
  ) {}

  /** Throws `RecordsFailure` at once when the wish cannot be fulfilled. */
  async open(actor: Actor, { after, objects, ids }: StreamWish, signal: AbortSignal): Promise<AsyncIterable<string>> {
    const { model } = await this.models.current(actor.org);
    readObjects(objects, model, actor);
    const epoch = await this.feed.epoch(actor.org);
    const start = after === undefined ? await this.feed.head(actor.org) : await this.pages.position(actor, after);
    return this.tell(actor, { start, epoch, wish: { ...(objects && { objects: new Set(objects) }), ...(ids && { ids }) } }, signal);
  }

  private async *tell(actor: Actor, { start, epoch, wish }: Opened, signal: AbortSignal): AsyncGenerator<string> {
    const over = new AbortController();
    const batches = this.hub.follow(actor.org, start, AbortSignal.any([signal, over.signal]));
    const follower = new Follower(actor);
    try {
      yield `event: ready\nid: ${writeCursor(epoch, start)}\ndata: {}\n\n`;
      for await (const batch of beatingWith(batches, HEARTBEAT_MILLISECONDS)) {
        const person = await follower.now();
        if (!person) {
          yield `event: end\ndata: ${JSON.stringify({ code: 'UNAUTHENTICATED', message: say(changeFaults.signedOut, actor.locale) })}\n\n`;
          return;
        }
        // An id without data moves the cursor on past what this person may not read.
        yield batch ? `${await this.events(batch, person, wish, epoch)}id: ${writeCursor(epoch, batch.end)}\n\n` : ':\n\n';
      }
    } finally {
      over.abort();
    }
  }

  private async events(batch: FeedBatch, actor: Actor, { objects, ids }: Opened['wish'], epoch: string): Promise<string> {
    const { model } = await this.models.current(actor.org);
    const rows = batch.rows.filter((row) => objects?.has(model.objectById.get(row.object)?.name ?? '') !== false && ids?.has(row.recordId) !== false);
    const told = await tellChanges(rows, { actor, model, reads: this.pages.readsOf(actor.org, batch) });
    await this.pages.noteSensitive(actor, model, told);
    const events = told.map((change) => {
      const { cursor, ...rest } = presentChange(change, batch.window, epoch);
      return `event: change\nid: ${cursor}\ndata: ${JSON.stringify({ ...rest, kind: rest.kind.toUpperCase() })}\n\n`;
    });
    return events.join('');
  }
}

/** A stream whose wish has been found good. */
interface Opened {
  readonly start: FeedPosition;
  readonly epoch: string;
  readonly wish: { readonly objects?: ReadonlySet<string>; readonly ids?: ReadonlySet<string> };
}
