import { columnTypeSql, fieldType } from '@guanxi/field-types';
import { fitToColumn, rollUpCountColumn, rollUpSumColumn, type RollUpOperation } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { Feed } from './feed.js';

type Sql = RawBuilder<unknown>;

/** Contributions to one feed, gone (`s` = -1) and new (`s` = 1), as the delta gathers them. */
interface Gathered {
  readonly counts: Sql;
  /** Exact. */
  readonly value: Sql;
  /** 1 or -1. */
  readonly sign: Sql;
}

/** The part of a delta that one feed needs: a column of the answer, and of the statement that takes it up. */
export interface DeltaColumn {
  readonly name: string;
  readonly type: Sql;
  gather(gathered: Gathered): Sql;
}

/** A record whose roll-up changes. */
interface Changing {
  readonly feed: Feed;
  /** A column of the record as it is. */
  readonly held: (column: string) => Sql;
  /** Blank where nothing of the kind has changed. */
  readonly delta: (part: string) => Sql;
  /** The value of the child that comes first, by value or by place; reads the children. */
  readonly look: (by: 'value' | 'place', direction: 'asc' | 'desc') => Sql;
}

interface Operation {
  readonly deltas: (feed: Feed) => readonly DeltaColumn[];
  /** Parts after which the children may have to be looked at. */
  readonly looksAfter: readonly string[];
  /** Every column of the roll-up with its new value. */
  readonly columns: (changing: Changing) => readonly (readonly [string, Sql])[];
}

export const partName = (feed: Feed, part: string): string => `${part}${feed.key}`;

const number = (feed: Feed): DeltaColumn => ({
  name: partName(feed, 'n'),
  type: sql`bigint`,
  gather: ({ sign, counts, value }) => sql`nullif(sum(${sign}) filter (where ${counts} and ${value} is not null), 0)`,
});

/** As text: a number of JSON would lose digits on its way. */
const sum = (feed: Feed): DeltaColumn => ({
  name: partName(feed, 's'),
  type: sql`numeric`,
  gather: ({ sign, counts, value }) => sql`nullif(sum(${sign} * (${value})::numeric) filter (where ${counts}), 0)::text`,
});

const extreme = (feed: Feed, part: 'a' | 'r', choose: 'min' | 'max'): DeltaColumn => ({
  name: partName(feed, part),
  type: columnTypeSql({ name: columnOf(feed).name }),
  gather: ({ sign, counts, value }) =>
    sql`${AGGREGATES[choose]}(${fitToColumn(feed.field, value)}) filter (where ${counts} and ${sign} = ${sql.lit(part === 'a' ? 1 : -1)})::text`,
});

const touched = (feed: Feed): DeltaColumn => ({
  name: partName(feed, 't'),
  type: sql`boolean`,
  gather: ({ counts }) => sql`nullif(bool_or(${counts}), false)`,
});

const AGGREGATES = { min: sql`min`, max: sql`max` };

const columnOf = ({ field }: Feed) => fieldType(field.value.type).column(field.value.settings);

const plus = (held: Sql, delta: Sql): Sql => sql`coalesce(${held}, 0) + coalesce(${delta}, 0)`;

/**
 * A new extreme is had by comparing as long as the old one stays. When it goes, the best that came stands in for it if it
 * is no worse: all others are worse than the old one. Else the children are asked.
 */
function extremes(choose: 'min' | 'max'): Operation {
  const better = choose === 'min' ? sql`<=` : sql`>=`;
  const worse = choose === 'min' ? sql`>` : sql`<`;
  return {
    deltas: (feed) => [extreme(feed, 'a', choose), extreme(feed, 'r', choose)],
    looksAfter: ['r'],
    columns({ feed, held, delta, look }) {
      const { column } = feed.field;
      const [now, added, removed] = [held(column), delta('a'), delta('r')];
      const value = sql`case
        when ${added} ${better} ${now} then ${added}
        when ${removed} is null then coalesce(${now}, ${added})
        when ${removed} ${worse} ${now} then ${now}
        else ${look('value', choose === 'min' ? 'asc' : 'desc')} end`;
      return [[column, value]];
    },
  };
}

function chosen(direction: 'asc' | 'desc'): Operation {
  return {
    deltas: (feed) => [touched(feed)],
    looksAfter: ['t'],
    columns: ({ feed, held, delta, look }) => [
      [feed.field.column, sql`case when ${delta('t')} then ${look('place', direction)} else ${held(feed.field.column)} end`],
    ],
  };
}

export const OPERATIONS: Record<RollUpOperation, Operation> = {
  count: {
    deltas: (feed) => [number(feed)],
    looksAfter: [],
    columns: ({ feed, held, delta }) => [[feed.field.column, plus(held(feed.field.column), delta('n'))]],
  },
  sum: {
    deltas: (feed) => [sum(feed)],
    looksAfter: [],
    columns({ feed: { field }, held, delta }) {
      const total = plus(held(rollUpSumColumn(field.column)), delta('s'));
      return [[field.column, fitToColumn(field, total)], [rollUpSumColumn(field.column), total]];
    },
  },
  avg: {
    deltas: (feed) => [sum(feed), number(feed)],
    looksAfter: [],
    columns({ feed: { field }, held, delta }) {
      const [total, count] = [plus(held(rollUpSumColumn(field.column)), delta('s')), plus(held(rollUpCountColumn(field.column)), delta('n'))];
      return [
        [field.column, fitToColumn(field, sql`(${total}) / nullif(${count}, 0)`)],
        [rollUpSumColumn(field.column), total],
        [rollUpCountColumn(field.column), count],
      ];
    },
  },
  min: extremes('min'),
  max: extremes('max'),
  first: chosen('asc'),
  last: chosen('desc'),
};
