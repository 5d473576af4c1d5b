import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** Runs a program to its end; its output is kept and only shown by whoever finds that it failed. */
export function runQuietly(program, args, { env = {}, onLine } = {}) {
  return run(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], onLine });
}

/** Runs a program that speaks to the terminal itself. */
export function runLoudly(program, args, { env = {} } = {}) {
  return run(program, args, { env, stdio: 'inherit' });
}

function run(program, args, { env, stdio, onLine }) {
  return new Promise((resolve, reject) => {
    // npm is a batch file on Windows, and only a shell can run those; the arguments are our own constants.
    const shell = process.platform === 'win32' && program === 'npm';
    const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio, shell });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
      onLine?.(String(chunk));
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? (signal ? 128 : 1), signal, output }));
  });
}
