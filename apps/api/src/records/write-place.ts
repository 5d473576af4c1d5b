import type { JsonValue } from '@guanxi/field-types';
import type { Model } from '@guanxi/metadata';
import type { Ground, Selection } from '@guanxi/query';
import { saveRulesOf } from '@guanxi/workflow';
import type { Actor } from '../access/actor.js';
import type { SqlSession } from '../database/sql-session.js';
import type { ValueCipher } from '../encryption/value-cipher.js';
import type { Refused, WriteFault } from './record-values.js';
import type { WriteTally } from './write-tally.js';

/** Where and in whose name something is written. */
export interface WritePlace {
  readonly session: SqlSession;
  readonly actor: Actor;
  readonly model: Model;
  /** The revision that the model is of: nothing is written where another one is published by then. Absent where nobody counts them. */
  readonly revision?: number;
  /** ISO instant. */
  readonly at: string;
  /** Joins the history of everything that was written together. */
  readonly operationId: string;
  /** What encrypted fields are written with; without one none of them can be. */
  readonly cipher?: Pick<ValueCipher, 'encrypt' | 'decrypt'>;
  /** Writes although a rule that warns finds similar records. */
  readonly allowDuplicates?: boolean;
  /** Takes records as they are, whatever rules say: what is copied was judged where it came from. */
  readonly unchecked?: boolean;
  /** Counts what is written. */
  readonly tally?: WriteTally;
}

/** What the caller wants to see of the records, taken from the writing statement itself: values only. */
export interface WriteWish {
  readonly select: Selection;
  readonly answer: 'one' | 'many';
  /** Writes the rows that nothing is wrong with, and tells of the others. Needs a transaction around it. */
  readonly partial?: boolean;
}

export interface Written {
  /** In the order of the rows, refused ones among them. */
  readonly ids: readonly string[];
  /** JSON text as wished, or null. */
  readonly records: string | null;
  /** How many records are different now. */
  readonly written: number;
  /** Of a partial write: what is wrong with the rows that were left out. */
  readonly refused?: readonly WriteFault[];
}

export type WriteOutcome = Written | Refused;

export const NO_WISH: WriteWish = { select: [], answer: 'many' };

/** Values in their canonical form, by field name. */
export type PreparedRow = Readonly<Record<string, JsonValue>>;

/** Another revision is published than the statement was made for. Whoever knows the models makes it again. */
export class StaleModel extends Error {
  override readonly name = 'StaleModel';
}

export function groundOf({ model, revision, actor }: WritePlace): Ground {
  return { model, access: actor.access, schema: actor.org.schema, saveRules: (object) => saveRulesOf(model, object), ...(revision !== undefined && { revision }) };
}
