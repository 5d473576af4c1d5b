import { readEvents, type ServerEvent } from './read-events.js';

/** A change of a record, as far as this person may know of it. */
export interface LiveChange {
  readonly object: string;
  readonly id: string;
  /** LEFT: no longer among the records that are asked for, or that may be read. */
  readonly kind: 'CREATED' | 'UPDATED' | 'DELETED' | 'RESTORED' | 'LEFT';
  readonly fields: readonly string[];
  readonly actorId: string | null;
  readonly operationId: string | null;
}

export interface LiveInterest {
  readonly object: string;
  onChanges(changes: readonly LiveChange[]): void;
  /** Changes may have been missed: read everything again. */
  onGap(): void;
}

/** Changes that come together are told together. */
const GATHER_MILLISECONDS = 150;
const FIRST_BACK_OFF = 500;
const LONGEST_BACK_OFF = 30_000;
/** The server says something every 15 seconds. */
const SILENCE_MILLISECONDS = 40_000;

/** One stream of changes for the whole page. It rests while nobody looks at the tab and goes on where it was. */
export class LiveConnection {
  private readonly interests = new Set<LiveInterest>();
  private cursor: string | undefined;
  private running: AbortController | undefined;
  private objects = '';
  private gathered: LiveChange[] = [];
  private gathering: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly open: (path: string, init: RequestInit) => Promise<Response>) {
    document.addEventListener('visibilitychange', () => this.adjust());
    window.addEventListener('online', () => this.restart());
  }

  join(interest: LiveInterest): () => void {
    this.interests.add(interest);
    // Effects of one render come together: the stream is opened once for all of them.
    queueMicrotask(() => this.adjust());
    return () => {
      this.interests.delete(interest);
      queueMicrotask(() => this.adjust());
    };
  }

  private adjust(): void {
    const objects = [...new Set([...this.interests].map(({ object }) => object))].sort().join();
    const isWanted = objects !== '' && document.visibilityState === 'visible';
    if (!isWanted) {
      this.stop();
      // Nobody looks at what was shown before: there is nothing to catch up with.
      if (objects === '') this.cursor = undefined;
      return;
    }
    if (this.running && objects === this.objects) return;
    this.objects = objects;
    this.restart();
  }

  private restart(): void {
    this.stop();
    if (this.interests.size === 0 || document.visibilityState !== 'visible') return;
    this.running = new AbortController();
    void this.run(this.running.signal);
  }

  private stop(): void {
    this.running?.abort();
    this.running = undefined;
  }

  private async run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        const outcome = await this.listen(signal, () => (failures = 0));
        if (outcome === 'signed out') return;
      } catch {
        // The network, or a server that is being started again: the next try tells.
      }
      if (signal.aborted) return;
      const wait = Math.min(FIRST_BACK_OFF * 2 ** failures, LONGEST_BACK_OFF);
      await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random() / 2)));
    }
  }

  private async listen(signal: AbortSignal, onReady: () => void): Promise<'signed out' | 'over'> {
    const over = new AbortController();
    const giveUp = () => over.abort();
    signal.addEventListener('abort', giveUp);
    let silence = setTimeout(giveUp, SILENCE_MILLISECONDS);
    try {
      const address = `/changes?objects=${encodeURIComponent(this.objects)}`;
      const response = await this.open(address, { signal: over.signal, headers: { accept: 'text/event-stream', ...(this.cursor !== undefined && { 'last-event-id': this.cursor }) } });
      if (response.status === 401 || response.status === 403) return 'signed out';
      if (response.status === 410 || response.status === 400) this.forget();
      if (!response.ok || !response.body) return 'over';
      const body = response.body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          clearTimeout(silence);
          silence = setTimeout(giveUp, SILENCE_MILLISECONDS);
          controller.enqueue(chunk);
        },
      }));
      for await (const event of readEvents(body)) {
        if (event.event === 'end') return 'signed out';
        if (event.event === 'ready') onReady();
        this.take(event);
      }
      return 'over';
    } finally {
      clearTimeout(silence);
      signal.removeEventListener('abort', giveUp);
    }
  }

  private forget(): void {
    if (this.cursor === undefined) return;
    this.cursor = undefined;
    for (const interest of this.interests) interest.onGap();
  }

  private take({ event, data, id }: ServerEvent): void {
    if (id !== undefined) this.cursor = id;
    if (event !== 'change') return;
    this.gathered.push(JSON.parse(data) as LiveChange);
    this.gathering ??= setTimeout(() => this.tell(), GATHER_MILLISECONDS);
  }

  private tell(): void {
    const changes = this.gathered;
    this.gathered = [];
    this.gathering = undefined;
    for (const interest of this.interests) {
      const some = changes.filter(({ object }) => object === interest.object);
      if (some.length > 0) interest.onChanges(some);
    }
  }
}
