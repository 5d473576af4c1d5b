/** @jest-environment node */
import { readEvents, type ServerEvent } from './read-events.js';

async function read(...pieces: readonly string[]): Promise<readonly ServerEvent[]> {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });
  const events: ServerEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

it('reads events wherever the stream is cut', async () => {
  const text = 'event: ready\nid: c1\ndata: {}\n\n:\n\nevent: change\nid: c2\ndata: {"name":"王小明"}\n\nid: c3\n\n';
  const whole = await read(text);
  expect(whole).toEqual([{ event: 'ready', id: 'c1', data: '{}' }, { event: 'change', id: 'c2', data: '{"name":"王小明"}' }, { event: 'message', id: 'c3', data: '' }]);
  for (let cut = 0; cut <= text.length; cut += 1) expect(await read(text.slice(0, cut), text.slice(cut))).toEqual(whole);
});

it('says nothing of an event that was not whole', async () => {
  expect(await read('event: change\ndata: {}')).toEqual([]);
});
