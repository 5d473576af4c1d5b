import { sql } from 'kysely';
import { settleNumber as settleNumberInSql, textParameter, type Bind, type Sql } from '../to-sql/fragments.js';
import { Numeric, settleNumber } from '../values/decimals.js';
import { trimmedCharacters, trimText } from '../values/text.js';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const value: FunctionDefinition = {
  name: 'VALUE',
  signature: 'VALUE(text)',
  area: 'number',
  description: {
    en: 'The number a text says, as "-12.5"; blank where it says none.',
    'zh-TW': '文字所寫的數字，例如「-12.5」；不是數字時為空白。',
    'zh-CN': '文本所写的数字，例如“-12.5”；不是数字时为空白。',
  },
  examples: [
    { formula: 'VALUE("12.50") + 1', result: '13.5' },
    { formula: 'VALUE("a dozen")', result: null },
  ],
  parameters: [text('text')],
  result: 'number',
  evaluate: (call) => parseNumber(call.text(0)),
  compile: (call) => numberFromText(call.bind, argument(call, 0)),
};

/** The number a text says, or null. */
export function numberFromText(bind: Bind, subject: Sql): Sql {
  return bind(
    { said: sql`btrim(${subject}, ${textParameter(trimmedCharacters)})` },
    ({ said }) => sql`(case when length(${said}) <= 60 and ${said} ~ '^[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)$' then ${settleNumberInSql(sql`${said}::numeric`)} end)`,
  );
}

/** No grouping signs, no exponent, at most 60 characters. */
export function parseNumber(said: string): Numeric | null {
  const trimmed = trimText(said);
  if (trimmed.length > 60 || !/^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)$/.test(trimmed)) return null;
  return settleNumber(new Numeric(trimmed));
}
