import { createServer } from 'node:http';
import { once } from 'node:events';

/**
 * A server outside that is called. Now and then it hangs up without a word, or answers after having taken the call that it
 * has not: the caller has to come again, under the same id. `calls` has for each id what came under it, and how often.
 */
export async function openReceiver(chance, { troubles }) {
  const calls = new Map();
  let left = troubles;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece) => (body += piece));
    request.on('end', () => {
      const id = request.headers['webhook-id'] ?? '';
      const known = calls.get(id) ?? { times: 0, bodies: new Set() };
      calls.set(id, known);
      known.times += 1;
      known.bodies.add(body);
      if (left > 0 && chance.below(20) === 0) {
        left -= 1;
        if (left % 2 === 0) return request.socket.destroy();
        return response.writeHead(503, { 'retry-after': '1' }).end();
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ reply: id }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/called`,
    calls,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
