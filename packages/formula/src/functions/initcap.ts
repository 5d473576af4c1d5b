import { sql } from 'kysely';
import { textParameter } from '../to-sql/fragments.js';
import { charactersOf } from '../values/text.js';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const initcap: FunctionDefinition = {
  name: 'INITCAP',
  signature: 'INITCAP(text)',
  area: 'text',
  description: {
    en: 'The text with a capital at the beginning of each word and small letters behind it.',
    'zh-TW': '每個單字第一個字母大寫、其餘小寫的文字。',
    'zh-CN': '每个单字第一个字母大写、其余小写的文本。',
  },
  examples: [
    { formula: 'INITCAP("ada LOVELACE")', result: 'Ada Lovelace' },
  ],
  parameters: [text('text')],
  result: 'text',
  unstorable: true,
  evaluate: (call) => call.text(0).replace(words, (word) => capitalize(word)),
  compile: (call) => sql`coalesce((select string_agg(
      (upper(left(found[1], 1) collate "und-x-icu") || lower(substr(found[1], 2) collate "und-x-icu")) collate "default", '' order by place)
    from regexp_matches(${argument(call, 0)}, ${textParameter(`[${between}]+|[^${between}]+`)}, 'g') with ordinality as words(found, place)), '')`,
};

/** What stands between words, as both sides write a set of characters: blanks and the punctuation of ASCII. */
const between = '\\u0009-\\u000d\\u0020-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u007e\\u00a0\\u3000';
const words = new RegExp(`[^${between}]+`, 'gu');

function capitalize(word: string): string {
  const [first = '', ...rest] = charactersOf(word);
  return first.toUpperCase() + rest.join('').toLowerCase();
}
