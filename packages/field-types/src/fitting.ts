import { type RawBuilder, sql } from 'kysely';
import type { Cast, CastContext } from './field-type.js';

interface Fitting {
  readonly fits: (column: RawBuilder<unknown>, context: CastContext) => RawBuilder<boolean>;
  readonly value: (column: RawBuilder<unknown>, context: CastContext) => RawBuilder<unknown>;
}

/** A cast that yields null where a value does not fit. CASE keeps the value's expression from such rows. */
export function fittingOr({ fits, value }: Fitting): Cast {
  return {
    fits,
    convert: (column, context) => sql`case when ${fits(column, context)} then ${value(column, context)} end`,
  };
}

/** For values that functions would make even of null. */
export function whenPresent(column: RawBuilder<unknown>, value: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${column} is not null then ${value} end`;
}
