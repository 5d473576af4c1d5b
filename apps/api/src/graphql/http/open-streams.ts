import { RecordsFailure } from '../failure.js';
import type { Actor } from '../../access/actor.js';
import type { Credential } from '../../access/read-credential.js';

/** Connections that one person may hold open on one process, with whatever keys. */
export const MOST_STREAMS = 100;
/** How soon the end of a session or of a key ends what it opened. */
const LOOK_EVERY = 5_000;

/** With the address where it is known that they come from. */
export type SignIn = (credential: Credential, address?: string) => Promise<Actor | undefined>;

export interface OpenStream {
  /** Aborted when the sign-in is over or the process ends. */
  readonly signal: AbortSignal;
  /** Has to be called when the connection is over. */
  end(): void;
}

/** The connections that are held open: how many each person has, and whether they still may. */
export class OpenStreams {
  private readonly counts = new Map<string, number>();
  private readonly open = new Set<AbortController>();

  constructor(private readonly signIn: SignIn) {}

  /** Throws `RecordsFailure` when the person has too many. */
  begin(userId: string, credential: Credential | undefined): OpenStream {
    const count = this.counts.get(userId) ?? 0;
    if (count >= MOST_STREAMS) throw new RecordsFailure('RATE_LIMITED', `${MOST_STREAMS} connections are open already. Close one of them, or open several subscriptions on one.`, { limit: MOST_STREAMS });
    this.counts.set(userId, count + 1);
    const controller = new AbortController();
    this.open.add(controller);
    const timer = setInterval(() => void this.look(controller, credential), LOOK_EVERY).unref();
    const end = () => {
      clearInterval(timer);
      if (!this.open.delete(controller)) return;
      const left = (this.counts.get(userId) ?? 1) - 1;
      if (left > 0) this.counts.set(userId, left);
      else this.counts.delete(userId);
      controller.abort();
    };
    return { signal: controller.signal, end };
  }

  endAll(): void {
    for (const controller of this.open) controller.abort();
  }

  private async look(controller: AbortController, credential: Credential | undefined): Promise<void> {
    const actor = credential && (await this.signIn(credential).catch(() => 'unknown'));
    if (credential && !actor) controller.abort(SIGNED_OUT);
  }
}

/** The reason of a signal when the sign-in is over. */
export const SIGNED_OUT = new RecordsFailure('UNAUTHENTICATED', 'The session is over, or the key was revoked. Sign in again.');
