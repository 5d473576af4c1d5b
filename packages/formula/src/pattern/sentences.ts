import type { Sentence } from '../language/sentence.js';

export const tooLarge: Sentence = {
  en: 'The pattern is too large; repeat less.',
  'zh-TW': '樣式太大，請減少重複。',
  'zh-CN': '样式太大，请减少重复。',
};

export const closesNothing: Sentence = {
  en: 'A ) in the pattern has no ( before it.',
  'zh-TW': '樣式中的 ) 前面沒有 (。',
  'zh-CN': '样式中的 ) 前面没有 (。',
};

export const tooDeep: Sentence = {
  en: 'The pattern is nested too deeply.',
  'zh-TW': '樣式的層數太深。',
  'zh-CN': '样式的层数太深。',
};

export const unknownGroup: Sentence = {
  en: 'Groups that begin with (? are not known, except (?:…).',
  'zh-TW': '不支援以 (? 開頭的群組，(?:…) 除外。',
  'zh-CN': '不支援以 (? 开头的群组，(?:…) 除外。',
};

export const groupNotClosed: Sentence = {
  en: 'A ( in the pattern is not closed.',
  'zh-TW': '樣式中的 ( 沒有關閉。',
  'zh-CN': '样式中的 ( 没有关闭。',
};

export const twoRepetitions: Sentence = {
  en: 'Two repetitions follow each other in the pattern; put a group between them.',
  'zh-TW': '樣式中有兩個重複次數相連，請用群組隔開。',
  'zh-CN': '样式中有两个重复次数相连，请用群组隔开。',
};

export const braceWithoutNumber: Sentence = {
  en: 'A { in the pattern is not followed by a number of times, as {2} or {1,3}.',
  'zh-TW': '樣式中的 { 後面沒有次數，例如 {2} 或 {1,3}。',
  'zh-CN': '样式中的 { 后面没有次数，例如 {2} 或 {1,3}。',
};

export const unclearRange: Sentence = {
  en: 'A range in the pattern runs backwards or has no clear ends.',
  'zh-TW': '樣式中的範圍前後顛倒，或兩端不明確。',
  'zh-CN': '样式中的范围前后颠倒，或两端不明确。',
};

export const emptySet: Sentence = {
  en: 'A [ ] in the pattern is empty.',
  'zh-TW': '樣式中的 [ ] 是空的。',
  'zh-CN': '样式中的 [ ] 是空的。',
};

export const setNotClosed: Sentence = {
  en: 'A [ in the pattern is not closed.',
  'zh-TW': '樣式中的 [ 沒有關閉。',
  'zh-CN': '样式中的 [ 没有关闭。',
};

export const bracketInSet: Sentence = {
  en: 'Inside [ ] of a pattern write \\\\[ for the character itself.',
  'zh-TW': '樣式的 [ ] 裡，字元 [ 本身請寫成 \\\\[。',
  'zh-CN': '样式的 [ ] 里，字符 [ 本身请写成 \\\\[。',
};

export const classInSet: Sentence = {
  en: 'Inside [ ] of a pattern \\\\D, \\\\W and \\\\S are not known.',
  'zh-TW': '樣式的 [ ] 裡不能用 \\\\D、\\\\W、\\\\S。',
  'zh-CN': '样式的 [ ] 里不能用 \\\\D、\\\\W、\\\\S。',
};

export const lonelyBackslash: Sentence = {
  en: 'The pattern ends with a lonely backslash.',
  'zh-TW': '樣式以單獨的反斜線結尾。',
  'zh-CN': '样式以单独的反斜杠结尾。',
};

export const endsTooEarly: Sentence = {
  en: 'The pattern ends too early.',
  'zh-TW': '樣式太早結束。',
  'zh-CN': '样式太早结束。',
};

export const nothingToRepeat: Sentence = {
  en: 'has nothing before it to repeat',
  'zh-TW': '前面沒有可以重複的內容',
  'zh-CN': '前面没有可以重复的内容',
};

export const onlyAtTheEdges: Sentence = {
  en: 'is only known at its beginning or end',
  'zh-TW': '只能用在開頭或結尾',
  'zh-CN': '只能用在开头或结尾',
};

export const repetitionBounds = (most: number): Sentence => ({
  en: 'A repetition in the pattern goes from 0 to at most {most} times, the smaller number first.',
  'zh-TW': '樣式的重複次數從 0 到最多 {most}，較小的數字在前。',
  'zh-CN': '样式的重复次数从 0 到最多 {most}，较小的数字在前。',
  words: { most: String(most) },
});

export const unknownInPattern = (character: string): Sentence => ({
  en: '\\\\{character} is not known in a pattern.',
  'zh-TW': '樣式中不認得 \\\\{character}。',
  'zh-CN': '样式中不认得 \\\\{character}。',
  words: { character },
});

export const misplaced = (character: string, reason: Sentence): Sentence => ({
  en: 'The {character} in the pattern {reason}. For the character itself write \\\\{character}.',
  'zh-TW': '樣式中的 {character} {reason}。字元本身請寫成 \\\\{character}。',
  'zh-CN': '样式中的 {character} {reason}。字符本身请写成 \\\\{character}。',
  words: { character, reason },
});
