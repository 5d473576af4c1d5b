import type { Actor } from '../../access/actor.js';
import type { Variables } from '../request/given.js';
import type { PreparedDocument } from '../run/prepare-document.js';
import type { OrgSchema } from '../run/schemas.js';

/** A subscription that has been parsed, validated and found within bounds, on the schema that its person sees. */
export interface SubscriptionRequest {
  readonly schema: OrgSchema;
  /** Its `operation` selects exactly one field of Subscription. */
  readonly prepared: PreparedDocument;
  /** Coerced. */
  readonly variables: Variables;
}

/**
 * Where the events of a subscription come from. Each text is one whole answer as JSON: `{"data":{"customerChanged":{…}}}`.
 * It ends when `signal` is aborted, and throws `RecordsFailure` for what its caller can act on.
 */
export type SubscriptionSource = (actor: Actor, request: SubscriptionRequest, signal: AbortSignal) => AsyncIterable<string>;
