import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.mjs';

/** A Redis that forgets everything when it is killed. Undefined where the program is not installed. */
export async function openRedis(folder) {
  const port = await freePort();
  let server;
  const start = async () => {
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
    const ended = new Promise((resolve) => server.once('exit', () => resolve(false)).once('error', () => resolve(false)));
    return Promise.race([untilAnswers(port), ended]);
  };
  if (!(await start())) return undefined;
  const end = async (signal) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: () => server.pid,
    async kill() {
      await end('SIGKILL');
      await wait(200);
      if (!(await start())) throw new Error('Redis did not come back.');
    },
    flush: () => say(port, 'FLUSHALL'),
    stop: () => end('SIGTERM'),
  };
}

async function untilAnswers(port) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if ((await say(port, 'PING').catch(() => '')).includes('PONG')) return true;
    await wait(50);
  }
  return false;
}

/** One command and what comes back, without a client's own patience in between. */
function say(port, command) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(`${command}\r\n`));
    socket.once('data', (piece) => {
      socket.destroy();
      resolve(String(piece));
    });
    socket.once('error', reject).once('close', () => reject(new Error('Redis hung up.')));
  });
}
