import { sql } from 'kysely';
import { bind, settleNumber as settleNumberInSql, textParameter } from '../to-sql/fragments.js';
import { Numeric, settleNumber } from '../values/decimals.js';
import { trimmedCharacters, trimText } from '../values/text.js';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const value: FunctionDefinition = {
  name: 'VALUE',
  signature: 'VALUE(text)',
  description: 'The number a text says, as "-12.5"; blank where it says none.',
  examples: [
    { formula: 'VALUE("12.50") + 1', result: '13.5' },
    { formula: 'VALUE("a dozen")', result: null },
  ],
  parameters: [text('text')],
  result: 'number',
  evaluate: (call) => parseNumber(call.text(0)),
  compile: (call) =>
    bind(
      { said: sql`btrim(${argument(call, 0)}, ${textParameter(trimmedCharacters)})` },
      sql`case when length(said) <= 60 and said ~ '^[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)$' then ${settleNumberInSql(sql`said::numeric`)} end`,
    ),
};

/** No grouping signs, no exponent, at most 60 characters. */
function parseNumber(said: string): Numeric | null {
  const trimmed = trimText(said);
  if (trimmed.length > 60 || !/^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)$/.test(trimmed)) return null;
  return settleNumber(new Numeric(trimmed));
}
