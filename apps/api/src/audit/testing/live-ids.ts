/** What somebody hears of one subscription over server-sent events. */
export interface LiveIds {
  /** Ids of records that it told as theirs; those that left are not among them. */
  readonly heard: ReadonlySet<string>;
  /** What came instead of events. */
  readonly refusals: readonly string[];
  close(): void;
}

interface Event { readonly data?: { readonly told: { readonly id: string; readonly kind: string; readonly record: { readonly id: string } | null } } | null }

/** `field` is a root field of Subscription. Resolves once the server has taken the subscription up. */
export async function openLiveIds(address: string, cookie: string, field: string): Promise<LiveIds> {
  const over = new AbortController();
  const heard = new Set<string>();
  const refusals: string[] = [];
  const response = await fetch(`${address}/graphql/stream`, {
    method: 'POST', signal: over.signal, headers: { cookie, 'x-guanxi-request': '1', 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: `subscription { told: ${field} { id kind record { id } } }` }),
  });
  if (!response.ok || !response.body) {
    refusals.push(await response.text());
    return { heard, refusals, close: () => over.abort() };
  }
  void listen(response.body, (event) => {
    if (!event.data) refusals.push(JSON.stringify(event));
    else if (event.data.told.kind !== 'LEFT') heard.add(event.data.told.record?.id ?? event.data.told.id);
  }).catch(() => undefined);
  return { heard, refusals, close: () => over.abort() };
}

async function listen(body: ReadableStream<Uint8Array>, tell: (event: Event) => void): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of body) {
    const lines = (text + decoder.decode(piece, { stream: true })).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data: {')) tell(JSON.parse(line.slice('data: '.length)) as Event);
  }
}
