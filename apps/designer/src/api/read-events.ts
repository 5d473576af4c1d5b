/** One server-sent event; `event` is "message" and `data` empty where the server said nothing of it. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
  readonly id?: string;
}

/** The events of a stream as they come. Comments are left out. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += value;
      const blocks = text.split(/\r?\n\r?\n/);
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = readBlock(block);
        if (event) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function readBlock(block: string): ServerEvent | undefined {
  const lines = block.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith(':'));
  if (lines.length === 0) return undefined;
  const valuesOf = (name: string) => lines.flatMap((line) => (line === name || line.startsWith(`${name}:`) ? [line.slice(name.length + 1).replace(/^ /, '')] : []));
  const [id] = valuesOf('id');
  return { event: valuesOf('event')[0] ?? 'message', data: valuesOf('data').join('\n'), ...(id !== undefined && { id }) };
}
