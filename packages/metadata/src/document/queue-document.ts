import type { Translations } from './documents.js';

/** People who share their work: workflows give records and approvals to one of them, or let records wait until one takes them. */
export interface QueueDocument {
  readonly kind: 'queue';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly description?: string;
  /** E-mail addresses of people of the org, which stay the same in copies of it. Who is not there or switched off is passed over. */
  readonly members: readonly string[];
  /** roundRobin: each in turn · leastLoaded: whoever has the fewest open records · take: records wait until a member takes them. */
  readonly choose: QueueChoice;
  /** Records that belong to the queue where a step lets the territory decide; a part without a condition takes all of its object. */
  readonly territory?: readonly TerritoryPart[];
  /** Queues with a lower one are asked first. */
  readonly rank?: number;
  readonly guanxi: { readonly id: string };
}

export type QueueChoice = 'roundRobin' | 'leastLoaded' | 'take';

export interface TerritoryPart {
  readonly object: string;
  /** A formula over the record. */
  readonly when?: string;
}
