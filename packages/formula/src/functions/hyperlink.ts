import { sql } from 'kysely';
import { markLabel, markLabelInSql, markUrl, markUrlInSql } from '../marked/write-marks.js';
import { argument, optional, text, textual, type FunctionDefinition } from './function-definition.js';

export const hyperlink: FunctionDefinition = {
  name: 'HYPERLINK',
  signature: 'HYPERLINK(url, label)',
  area: 'text',
  description: {
    en: 'A link, written [label](url); pages show it as one.',
    'zh-TW': '連結，寫成 [label](url)，頁面會顯示為連結。',
    'zh-CN': '链接，写成 [label](url)，页面会显示为链接。',
  },
  examples: [
    { formula: 'HYPERLINK("https://example.com/a b", "Site [1]")', result: '[Site \\[1\\]](https://example.com/a%20b)' },
  ],
  parameters: [text('url'), textual('label'), optional(text('target'))],
  result: 'text',
  evaluate: (call) => (call.text(0) === '' ? call.text(1) : `[${markLabel(call.text(1))}](${markUrl(call.text(0))})`),
  compile: (call) => call.bind({ url: argument(call, 0), label: argument(call, 1) }, ({ url, label }) =>
    sql`(case when ${url} = '' then ${label} else '[' || ${markLabelInSql(label)} || '](' || ${markUrlInSql(url)} || ')' end)`),
};
