import { totalmem } from 'node:os';

const MEGABYTE = 1024 * 1024;
/** As much of the memory as PostgreSQL may take for pages, which the system keeps a second time among its files. */
const SHARE = 1 / 16;
const LEAST = 128;
/** More would help few: what is read often fits. */
const MOST = 1024;

/** The setting `shared_buffers` for a machine, or a container, with so many bytes of memory. */
export function sharedBuffers(memory = memoryHere()): string {
  return `${Math.round(Math.min(MOST, Math.max(LEAST, (memory * SHARE) / MEGABYTE)))}MB`;
}

function memoryHere(): number {
  // Without a limit it is 0, or more than there is.
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
