import type { RawBuilder } from 'kysely';
import type { Org } from '../orgs/org.js';

/** SQL that is already text; `name` makes PostgreSQL keep its plan for the connection. */
export interface CompiledStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name?: string;
}

/**
 * Something statements can be run on. `bigint` arrives as a number where it is safe (as text beyond), `date` as
 * 'YYYY-MM-DD', `numeric` as text, `timestamptz` as a Date.
 */
export interface SqlSession {
  run<Row extends object>(statement: RawBuilder<unknown> | CompiledStatement): Promise<Row[]>;
  /** The columns of a statement's one row, each as PostgreSQL writes it: costs less than an object with values. */
  texts(statement: CompiledStatement): Promise<readonly (string | null)[]>;
}

/** A transaction in an org. */
export interface OrgTransaction extends SqlSession {
  readonly org: Org;
  /** Runs once the transaction is committed, never when it is rolled back. Errors in it are logged. */
  afterCommit(work: () => void): void;
}
