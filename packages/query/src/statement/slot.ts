/** What a run of a compiled statement brings along. */
export interface StatementInput {
  /** Coerced variables of the operation, or any other values that paths of the request lead into. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Id of the person who asks. */
  readonly me: string;
  /** What "today" means for that person: an ISO instant and an IANA time zone. */
  readonly now: string;
  readonly timeZone: string;
  /** What formulas call `$Org`; a statement without such formulas does without. */
  readonly org?: OrgFacts;
}

export interface OrgFacts {
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** A place in the input of a run: `['variables', 'where', 'name', 'contains']`, or `['me']`. */
export type SlotPath = readonly (string | number)[];

/** The input of a run does not fit where it is to be used. The message is a sentence for the caller. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** Stands among a statement's parameters for a value that every run brings along. */
export class Slot {
  /**
   * `read` throws `InputError` for a value that cannot be a parameter there. `sealed`: the type as which the value is asked for by a
   * question of its own, so that PostgreSQL does not look at it when it plans: a plan for this very value then promises no more
   * than one for any, and the plan for any is kept instead of planning for each run.
   */
  constructor(
    readonly read: (input: StatementInput) => unknown,
    readonly sealed?: 'uuid' | 'timestamptz',
  ) {}
}

/** The person who asks. Who somebody is says nothing that would be worth planning for anew. */
export const ME = new Slot((input) => input.me, 'uuid');

/** The instant until which what has an end still holds. */
export const NOW = new Slot((input) => input.now, 'timestamptz');

export function readPath(input: StatementInput, path: SlotPath): unknown {
  let value: unknown = input;
  for (const step of path) value = (value as Record<string | number, unknown> | null | undefined)?.[step];
  return value ?? null;
}
