import type { Sentence } from '../language/sentence.js';

export const empty: Sentence = {
  en: 'The formula is empty.',
  'zh-TW': '公式是空的。',
  'zh-CN': '公式是空的。',
};

export const parenthesisNotClosed: Sentence = {
  en: 'The parenthesis is not closed.',
  'zh-TW': '括號沒有關閉。',
  'zh-CN': '括号没有关闭。',
};

export const addParenthesis: Sentence = {
  en: 'Add a ).',
  'zh-TW': '請加上 )。',
  'zh-CN': '请加上 )。',
};

export const commentNotClosed: Sentence = {
  en: 'The comment is not closed.',
  'zh-TW': '註解沒有結束。',
  'zh-CN': '注释没有结束。',
};

export const endComment: Sentence = {
  en: 'End it with */.',
  'zh-TW': '請以 */ 結束。',
  'zh-CN': '请以 */ 结束。',
};

export const textNotClosed: Sentence = {
  en: 'The text is not closed.',
  'zh-TW': '文字沒有結束。',
  'zh-CN': '文本没有结束。',
};

export const cannotBeStored: Sentence = {
  en: 'The text holds a character that cannot be stored.',
  'zh-TW': '文字含有無法儲存的字元。',
  'zh-CN': '文本含有无法保存的字符。',
};

export const knownEscapes: Sentence = {
  en: 'For a backslash write \\\\; for others \\n, \\r, \\t, \\\' or \\".',
  'zh-TW': '反斜線請寫成 \\\\；其他可用 \\n、\\r、\\t、\\\' 或 \\"。',
  'zh-CN': '反斜杠请写成 \\\\；其他可用 \\n、\\r、\\t、\\\' 或 \\"。',
};

export const numberTooLong: Sentence = {
  en: 'A number has at most 30 digits before and 18 digits after the decimal point.',
  'zh-TW': '數字在小數點前最多 30 位，小數點後最多 18 位。',
  'zh-CN': '数字在小数点前最多 30 位，小数点后最多 18 位。',
};

export const tooDeep: Sentence = {
  en: 'The formula is nested too deeply.',
  'zh-TW': '公式的層數太深。',
  'zh-CN': '公式的层数太深。',
};

export const splitIt: Sentence = {
  en: 'Put a part of it into a formula field of its own.',
  'zh-TW': '請把其中一部分改成獨立的公式欄位。',
  'zh-CN': '请把其中一部分改成独立的公式字段。',
};

export const writeAnd: Sentence = {
  en: 'Write AND(a, b) or a && b.',
  'zh-TW': '請寫成 AND(a, b) 或 a && b。',
  'zh-CN': '请写成 AND(a, b) 或 a && b。',
};

export const writeOr: Sentence = {
  en: 'Write OR(a, b) or a || b.',
  'zh-TW': '請寫成 OR(a, b) 或 a || b。',
  'zh-CN': '请写成 OR(a, b) 或 a || b。',
};

export const anOperatorOrTheEnd: Sentence = {
  en: 'an operator or the end',
  'zh-TW': '運算子或結尾',
  'zh-CN': '运算符或结尾',
};

export const anOperatorOrParenthesis: Sentence = {
  en: 'an operator or )',
  'zh-TW': '運算子或 )',
  'zh-CN': '运算符或 )',
};

export const aCommaOrParenthesis: Sentence = {
  en: 'a comma or )',
  'zh-TW': '逗號或 )',
  'zh-CN': '逗号或 )',
};

export const aValue: Sentence = {
  en: 'a value',
  'zh-TW': '值',
  'zh-CN': '值',
};

export const aNameAfterTheDot: Sentence = {
  en: 'a name after the dot',
  'zh-TW': '句點後的名稱',
  'zh-CN': '句点后的名称',
};

export const someText: Sentence = {
  en: 'a text',
  'zh-TW': '文字',
  'zh-CN': '文本',
};

export const tooLong = (most: number, length: number): Sentence => ({
  en: 'A formula has at most {most} characters; this one has {length}.',
  'zh-TW': '公式最多 {most} 個字元，這個有 {length} 個。',
  'zh-CN': '公式最多 {most} 个字符，这个有 {length} 个。',
  words: { most: String(most), length: String(length) },
});

export const callNotClosed = (name: string): Sentence => ({
  en: 'The parenthesis of {name} is not closed.',
  'zh-TW': '{name} 的括號沒有關閉。',
  'zh-CN': '{name} 的括号没有关闭。',
  words: { name },
});

export const endText = (quote: string): Sentence => ({
  en: 'End it with {quote}.',
  'zh-TW': '請以 {quote} 結束。',
  'zh-CN': '请以 {quote} 结束。',
  words: { quote },
});

export const unknownEscape = (written: string): Sentence => ({
  en: '"{written}" is not known inside a text.',
  'zh-TW': '文字中不認得「{written}」。',
  'zh-CN': '文本中不认得“{written}”。',
  words: { written },
});

export const neitherNumberNorName = (written: string): Sentence => ({
  en: '"{written}" is neither a number nor a name: a name does not begin with a digit.',
  'zh-TW': '「{written}」既不是數字也不是名稱：名稱不能以數字開頭。',
  'zh-CN': '“{written}”既不是数字也不是名称：名称不能以数字开头。',
  words: { written },
});

export const noMeaning = (character: string): Sentence => ({
  en: 'The character "{character}" has no meaning in a formula.',
  'zh-TW': '公式中不能使用字元「{character}」。',
  'zh-CN': '公式中不能使用字符“{character}”。',
  words: { character },
});

export const writeInstead = (sign: string): Sentence => ({
  en: 'Write {sign} instead.',
  'zh-TW': '請改寫成 {sign}。',
  'zh-CN': '请改写成 {sign}。',
  words: { sign },
});

export const endsTooEarly = (wanted: Sentence): Sentence => ({
  en: 'The formula ends where {wanted} is expected.',
  'zh-TW': '公式在應有{wanted}的地方結束了。',
  'zh-CN': '公式在应有{wanted}的地方结束了。',
  words: { wanted },
});

export const unexpected = (wanted: Sentence, found: string | Sentence): Sentence => ({
  en: 'Expected {wanted}, but found {found}.',
  'zh-TW': '這裡應為{wanted}，卻是{found}。',
  'zh-CN': '这里应为{wanted}，却是{found}。',
  words: { wanted, found },
});
