import type { HistoryKind } from '../changes/feed.js';

/** Records of one object that a webhook tells of. */
export interface WebhookSubject {
  /** Stable id of the object. */
  readonly object: string;
  /** As in a query; judged on the record as it is when it is sent. */
  readonly where?: Readonly<Record<string, unknown>>;
  /** Names of the fields to send; all that the owner may read without it, encrypted ones aside. */
  readonly fields?: readonly string[];
}

export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly subjects: readonly WebhookSubject[];
  readonly kinds: readonly HistoryKind[];
  /** Sent along with each message. */
  readonly headers: Readonly<Record<string, string>>;
  /** `whsec_…`; during a rotation the one before signs as well. */
  readonly secrets: readonly string[];
  /** Records are read with this person's rights. */
  readonly ownerId: string;
  readonly active: boolean;
  /** Why it stands still although nobody switched it off: a `PauseReason` as JSON. */
  readonly pausedBecause: string | null;
  /** How far it is in the feed of changes. */
  readonly cursor: string;
  /** Of the message at the head of its line. */
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly failingSince: Date | null;
  readonly previousSecretUntil: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The owner is gone; the receiver answered 410; it failed for days; a filter no longer fits (`fault` is a sentence); the org was restored. */
export interface PauseReason {
  readonly code: 'noOwner' | 'gone' | 'failing' | 'subject' | 'restored';
  readonly fault?: string;
}

export const webhookKinds: readonly HistoryKind[] = ['created', 'updated', 'deleted', 'restored'];

/** What is sent, once or several times. */
export interface Message {
  /** The same in every attempt: receivers drop what they have. */
  readonly id: string;
  /** "customer.updated" */
  readonly type: string;
  /** Stable id of the object; absent for a test. */
  readonly object?: string;
  readonly recordId?: string;
  /** JSON text. */
  readonly body: string;
}

/** What came of one attempt. */
export interface Attempt {
  readonly ok: boolean;
  readonly status?: number;
  /** The first 10 kB. */
  readonly response?: string;
  readonly error?: string;
  readonly milliseconds: number;
  /** The receiver asks for this much patience. */
  readonly retryAfterMilliseconds?: number;
}
