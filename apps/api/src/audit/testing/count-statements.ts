import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

/** The statements that something done sends to PostgreSQL; those of other work in this process meanwhile are not its own. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const sent: string[] = [];
  const inWork = new AsyncLocalStorage<boolean>();
  const { prototype } = pg.Client;
  const query = prototype.query as (...given: unknown[]) => unknown;
  prototype.query = function (this: unknown, ...given: unknown[]) {
    const [first] = given;
    if (inWork.getStore()) sent.push(typeof first === 'string' ? first : String((first as { readonly text?: string }).text));
    return query.apply(this, given);
  } as typeof prototype.query;
  try {
    await inWork.run(true, work);
  } finally {
    prototype.query = query as typeof prototype.query;
  }
  return sent;
}
