import { sql } from 'kysely';
import type { CallArguments } from '../evaluate/call-arguments.js';
import { markLabel, markLabelInSql, markUrl, markUrlInSql } from '../marked/write-marks.js';
import { count, type Sql } from '../to-sql/fragments.js';
import { argument, number, optional, text, textual, type SqlCall, type FunctionDefinition } from './function-definition.js';

export const image: FunctionDefinition = {
  name: 'IMAGE',
  signature: 'IMAGE(url, alternative, height?, width?)',
  area: 'text',
  description: {
    en: 'A picture, written ![alternative](url) with =WIDTHxHEIGHT where the size is given; pages show it as one.',
    'zh-TW': '圖片，寫成 ![alternative](url)，有尺寸時加上 =寬x高；頁面會顯示為圖片。',
    'zh-CN': '图片，写成 ![alternative](url)，有尺寸时加上 =宽x高；页面会显示为图片。',
  },
  examples: [
    { formula: 'IMAGE("/flags/tw.png", "Taiwan")', result: '![Taiwan](/flags/tw.png)' },
    { formula: 'IMAGE("/flags/tw.png", "Taiwan", 20, 30)', result: '![Taiwan](/flags/tw.png =30x20)' },
  ],
  parameters: [text('url'), textual('alternative'), optional(number('height')), optional(number('width'))],
  result: 'text',
  evaluate: (call) => (call.text(0) === '' ? '' : `![${markLabel(call.text(1))}](${markUrl(call.text(0))}${sizeOf(call)})`),
  compile: (call) => call.bind({ url: argument(call, 0) }, ({ url }) =>
    sql`(case when ${url} = '' then '' else '![' || ${markLabelInSql(argument(call, 1))} || '](' || ${markUrlInSql(url)} || ${sizeInSql(call)} || ')' end)`),
};

const largestSide = 10_000;

function sizeOf(call: CallArguments): string {
  if (call.length < 3) return '';
  const height = String(call.count(2, 0, largestSide));
  return call.length < 4 ? ` =x${height}` : ` =${String(call.count(3, 0, largestSide))}x${height}`;
}

function sizeInSql(call: SqlCall): Sql {
  const [, , height, width] = call.arguments;
  if (height === undefined) return sql`''`;
  const side = (expression: Sql): Sql => sql`${count(expression, 0, largestSide)}::text`;
  return width === undefined ? sql`' =x' || ${side(height)}` : sql`' =' || ${side(width)} || 'x' || ${side(height)}`;
}
