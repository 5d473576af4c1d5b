import type { Actor } from '../access/actor.js';

/** How long rights are believed while nothing happens. */
export const RENEW_MILLISECONDS = 15_000;

/** Somebody who follows changes, with the rights they have at each moment. */
export class Follower {
  constructor(private actor: Actor) {}

  /** Undefined when they may not come in any more. A language that the request asked for stays. */
  async now(): Promise<Actor | undefined> {
    if (!this.actor.renew) return this.actor;
    const renewed = await this.actor.renew();
    if (renewed) this.actor = { ...renewed, locale: this.actor.locale };
    return renewed && this.actor;
  }
}
