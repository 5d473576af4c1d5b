import { settleRequired, tableParts, type Model, type Place } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { readSqlState, SqlState } from '../../database/sql-state.js';
import type { SqlSession } from '../../database/sql-session.js';
import { readUnfinished, type Unfinished } from './read-unfinished.js';

/** A piece of work that could not be done, with PostgreSQL's word on it. */
export interface FailedWork {
  readonly name: string;
  readonly error: string;
}

/** Of those who keep the list of what is left. */
export interface FinishWatch {
  done(name: string): Promise<void>;
  /** Whether somebody does not want an index built now. */
  isStopped(name: string): Promise<boolean>;
}

export interface Finished {
  readonly failed: readonly FailedWork[];
  /** Names of what was left out because somebody stopped it. */
  readonly stopped: readonly string[];
}

/** While one of these waits for a table, requests to the table wait behind it. */
const LOCK_MILLISECONDS = 250;
const ATTEMPTS = 40;
const PAUSE_MILLISECONDS = 300;

/**
 * Gives the tables what the model says and they lack: indexes are built while everybody reads and writes, constraints are
 * checked row by row. Goes by the catalog alone, so it may be broken off at any moment and begun again. `watch` hears of
 * each piece. Throws when it is interrupted.
 */
export async function finishTables(session: SqlSession, model: Model, place: Place, watch: FinishWatch): Promise<Finished> {
  const parts = tableParts(model, place);
  const unfinished = await readUnfinished(session, place.schema, parts);
  const failed: FailedWork[] = [];
  const stopped: string[] = [];
  for (const piece of piecesOf(session, unfinished, place)) {
    if (await watch.isStopped(piece.name)) {
      stopped.push(piece.name);
      if (unfinished.invalid.has(piece.name)) await piece.cleanUp?.();
      continue;
    }
    try {
      await piece.work();
      await watch.done(piece.name);
    } catch (error) {
      if (readSqlState(error) === undefined || readSqlState(error) === SqlState.queryCanceled) throw error;
      failed.push({ name: piece.name, error: error instanceof Error ? error.message : String(error) });
      await piece.cleanUp?.();
    }
  }
  return { failed, stopped };
}

interface Piece {
  readonly name: string;
  work(): Promise<void>;
  cleanUp?(): Promise<void>;
}

function piecesOf(session: SqlSession, { indexes, invalid, constraints, checks }: Unfinished, place: Place): readonly Piece[] {
  const run = async (statements: readonly RawBuilder<unknown>[]): Promise<void> => {
    for (const statement of statements) await session.run(statement);
  };
  const dropIndex = (name: string) => run([sql`drop index concurrently if exists ${sql.id(place.schema, name)}`]);
  return [
    ...checks.map(({ table, column, check, isWanted }): Piece => ({
      name: check,
      work: async () => {
        const on = sql.id(place.schema, table);
        if (isWanted) await run([sql`alter table ${on} validate constraint ${sql.id(check)}`]);
        await whenFree(session, isWanted ? settleRequired({ table, column, check }, place) : [sql`alter table ${on} drop constraint ${sql.id(check)}`]);
      },
    })),
    ...constraints.map(({ name, create, statement }): Piece => ({ name, work: () => run([...create, statement]) })),
    ...indexes.map(({ name, statement }): Piece => ({
      name,
      work: async () => {
        // What an interrupted build has left still costs every write, and a unique one refuses some.
        if (invalid.has(name)) await dropIndex(name);
        await run([statement]);
      },
      cleanUp: () => dropIndex(name),
    })),
  ];
}

/** A moment's lock for what has been proven already. */
async function whenFree(session: SqlSession, statements: readonly RawBuilder<unknown>[]): Promise<void> {
  for (let count = 1; ; count += 1) {
    await session.run(sql`begin`);
    try {
      await session.run({ text: "select set_config('lock_timeout', $1, true)", values: [String(LOCK_MILLISECONDS)] });
      for (const statement of statements) await session.run(statement);
      await session.run(sql`commit`);
      return;
    } catch (error) {
      await session.run(sql`rollback`);
      if (readSqlState(error) !== SqlState.lockNotAvailable || count >= ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  }
}
