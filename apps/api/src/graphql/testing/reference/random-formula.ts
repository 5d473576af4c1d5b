import { getNamedType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import { meaningOf, type WhereMeaning } from '../../schema/meaning.js';
import type { Choices } from './choices.js';

/** A condition as a formula over the fields of a `where`, and over those behind its references. */
export function randomFormula(where: GraphQLInputObjectType, choices: Choices): string {
  const parts = [over(where, choices), ...(choices.once(2) ? [over(where, choices)] : [])];
  return parts.join(choices.once(2) ? ' && ' : ' || ');
}

/** By the filter that a field has. `#` is its path. */
const CONDITIONS: Readonly<Record<string, readonly string[]>> = {
  TextFilter: ['LEN(#) > 2', 'ISBLANK(#)', 'BEGINS(#, "A")', 'UPPER(#) = "A"'],
  IntegerFilter: ['# > 1', '# * 2 <= 4 || ISBLANK(#)', 'MOD(#, 2) = 0'],
  DecimalFilter: ['# > 1.5', 'ROUND(#, 1) = #', 'NOT(# < 33.333)'],
  CurrencyFilter: ['# >= 50', '# / 3 < 20', 'ISBLANK(#)'],
  PercentFilter: ['# > 0.05', 'BLANKVALUE(#, 1) = 1'],
  CheckboxFilter: ['#', 'NOT(#)'],
  BooleanFilter: ['#', 'NOT(#)'],
  DateFilter: ['# <= TODAY()', 'YEAR(#) = 2026', '# + 30 > DATE(2026, 3, 1)'],
  DatetimeFilter: ['# < NOW()', 'DATEVALUE(#) = TODAY()'],
  DateTimeFilter: ['# < NOW()', 'DATEVALUE(#) = TODAY()'],
};

function over(where: GraphQLInputObjectType, choices: Choices, path: readonly string[] = []): string {
  const open = Object.values(where.getFields()).flatMap((field): readonly (() => string)[] => {
    const type = getNamedType(field.type);
    const meaning = meaningOf<WhereMeaning>(field);
    if (meaning.kind === 'one' && isInputObjectType(type) && path.length < 2) return [() => over(type, choices, [...path, meaning.field])];
    const known = meaning.kind === 'value' ? CONDITIONS[type.name] : undefined;
    return known && meaning.kind === 'value' ? [() => choices.pick(known).replaceAll('#', [...path, meaning.field].join('.'))] : [];
  });
  return open.length === 0 ? 'TODAY() > DATE(2020, 1, 1)' : `(${choices.pick(open)()})`;
}
