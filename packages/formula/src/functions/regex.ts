import { sql } from 'kysely';
import { patternMustBeWritten } from '../check/sentences.js';
import type { CallArguments } from '../evaluate/call-arguments.js';
import type { TypedNode } from '../formula.js';
import { matchPattern } from '../pattern/match-pattern.js';
import { parsePattern, type PatternNode } from '../pattern/parse-pattern.js';
import { writePattern } from '../pattern/write-pattern.js';
import { textParameter } from '../to-sql/fragments.js';
import { argument, text, type FunctionDefinition, type Misfit } from './function-definition.js';

export const regex: FunctionDefinition = {
  name: 'REGEX',
  signature: 'REGEX(text, "pattern")',
  area: 'text',
  description: {
    en: 'Whether the whole text fits a regular expression; a backslash of the pattern is written twice.',
    'zh-TW': '整段文字是否符合正規表示式；樣式中的反斜線要寫兩次。',
    'zh-CN': '整段文本是否符合正则表达式；样式中的反斜杠要写两次。',
  },
  examples: [
    { formula: 'REGEX("AB-123", "[A-Z]{2}-\\\\d+")', result: true },
    { formula: 'REGEX("AB-123", "\\\\d+")', result: false },
  ],
  parameters: [text('text'), { name: 'pattern', types: ['text'] }],
  result: 'boolean',
  inspect: inspectPattern,
  evaluate: (call: CallArguments) => matchPattern(patternOf(call.text(1)), call.text(0)),
  compile: (call) => sql`(${argument(call, 0)} ~ ${textParameter(writePattern(patternOf(writtenPattern(call.nodes) ?? '')))})`,
};

function inspectPattern(nodes: readonly TypedNode[]): Misfit | undefined {
  const written = writtenPattern(nodes);
  if (written === undefined) return { index: 1, sentence: patternMustBeWritten };
  const result = parsePattern(written);
  return result.ok ? undefined : { index: 1, sentence: result.sentence };
}

function writtenPattern(nodes: readonly TypedNode[]): string | undefined {
  const node = nodes[1];
  return node?.kind === 'literal' && typeof node.value === 'string' ? node.value : undefined;
}

const patterns = new Map<string, PatternNode>();

function patternOf(written: string): PatternNode {
  const known = patterns.get(written);
  if (known !== undefined) return known;
  const result = parsePattern(written);
  if (!result.ok) throw new Error(result.sentence.en);
  if (patterns.size > 500) patterns.clear();
  patterns.set(written, result.pattern);
  return result.pattern;
}
