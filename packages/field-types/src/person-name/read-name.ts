import { isEastern } from './name-order.js';

export interface NamePieces {
  readonly salutation?: string;
  readonly first?: string;
  readonly middle?: string;
  readonly last?: string;
  readonly suffix?: string;
}

/** A name as it is written in one cell: "Ada Lovelace", "Dr. Lovelace, Ada", "王小明先生". */
export function readName(text: string): NamePieces {
  return isEastern(text.replace(/[\s·・]/gu, '')) ? readEastern(text) : readWestern(text);
}

/** Family names of two characters; every other has one. */
const COMPOUND = (
  '歐陽 欧阳 司馬 司马 上官 諸葛 诸葛 司徒 司空 夏侯 皇甫 尉遲 尉迟 公孫 公孙 長孫 长孙 慕容 宇文 令狐 東方 东方 南宮 南宫 西門 西门 端木 軒轅 轩辕 獨孤 独孤 呼延 鍾離 钟离 ' +
  '百里 東郭 东郭 聞人 闻人 赫連 赫连 澹臺 澹台 公冶 宗政 濮陽 濮阳 淳于 單于 单于 太叔 申屠 仲孫 仲孙 范姜 張簡 张简 남궁 황보 제갈 사공 선우 서문 독고 동방'
).split(' ');

const TITLES = ['先生', '女士', '小姐', '太太', '夫人', '博士', '教授', '醫師', '医师', '律師', '律师', '老師', '老师', '様', 'さん', '님', '씨'];

function readEastern(text: string): NamePieces {
  const words = text.trim().split(/\s+/u);
  const [only = ''] = words;
  if (words.length > 1) return { last: only, first: words.slice(1).join('') };
  const title = TITLES.find((known) => only.endsWith(known) && [...only].length > [...known].length);
  const name = title === undefined ? only : only.slice(0, -title.length);
  const salutation = title === undefined ? {} : { salutation: title };
  const compound = COMPOUND.find((known) => name.startsWith(known) && (name.length > known.length || name === known));
  const characters = [...name];
  // Names of four characters without a known compound are most often two and two, as 山田太郎.
  const length = compound ? [...compound].length : characters.length === 4 ? 2 : 1;
  const [last, first] = [characters.slice(0, length).join(''), characters.slice(length).join('')];
  return { ...salutation, last, ...(first === '' ? {} : { first }) };
}

const SALUTATION = /^(mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|herr|frau|m|mme|mlle|sr|sra|señor|señora)\.?$/iu;
const SUFFIX = /^(jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq|mba|cpa)\.?$/iu;
/** Small words that belong to the family name after them. */
const PARTICLE = /^(van|von|vom|zu|de|der|den|des|del|della|da|di|do|dos|la|le|ten|ter|bin|ibn|al|el|af|av)$/u;

function readWestern(text: string): NamePieces {
  const [before = '', ...after] = text.split(',').map((part) => part.trim());
  const isReversed = after.length > 0 && !after.every((part) => SUFFIX.test(part));
  const words = (isReversed ? `${after.join(' ')} ` : [before, ...after].join(' ')).split(/\s+/u).filter(Boolean);
  const salutation = words.length > (isReversed ? 0 : 1) && SALUTATION.test(words[0] ?? '') ? words.shift() : undefined;
  const suffix = words.length > 1 && SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined;
  const family = isReversed ? before.split(/\s+/u) : takeFamily(words);
  const [title, ...rest] = isReversed && SALUTATION.test(family[0] ?? '') && family.length > 1 ? family : [undefined, ...family];
  const [first, ...middle] = words;
  return pieces({ salutation: salutation ?? title, first, middle: middle.join(' '), last: rest.join(' '), suffix });
}

/** The family name is the last word and the particles before it. One word alone is the family name. */
function takeFamily(words: string[]): readonly string[] {
  let start = words.length - 1;
  while (start > 1 && PARTICLE.test(words[start - 1] ?? '')) start -= 1;
  return words.splice(Math.max(start, 0));
}

function pieces(given: Readonly<Record<keyof NamePieces, string | undefined>>): NamePieces {
  return Object.fromEntries(Object.entries(given).filter(([, piece]) => piece !== undefined && piece !== ''));
}
