import chardet from 'chardet';
import { fileFaults, UnreadableFile } from '../unreadable-file.js';
import { makeDecoder } from './make-decoder.js';
import { readBytes } from './read-text.js';

/** What people can choose from; TextDecoder knows all of them. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'big5', 'gb18030', 'shift_jis', 'euc-jp', 'euc-kr', 'windows-1252', 'windows-1251'] as const;
export type Encoding = (typeof encodings)[number];

const SAMPLE = 256 * 1024;

/** The encoding of a text file: by its byte order mark, by what its bytes can be at all, and by what they look like. Throws `UnreadableFile`. */
export async function findEncoding(path: string): Promise<Encoding> {
  const sample = await readTelling(path);
  const marked = markOf(sample);
  if (marked) return marked;
  const wide = wideOf(sample);
  if (wide) return wide;
  if (sample.includes(0)) throw new UnreadableFile(fileFaults.binary);
  if (decode(sample, 'utf-8') !== undefined) return 'utf-8';
  return mostLikely(sample);
}

/** The first piece of the file that says something: one with other bytes than ASCII, or its beginning where there is none. */
async function readTelling(path: string): Promise<Buffer> {
  let first: Buffer | undefined;
  let gathered = Buffer.alloc(0);
  for await (const piece of readBytes(path)) {
    gathered = Buffer.concat([gathered, piece]);
    if (gathered.length < SAMPLE) continue;
    first ??= gathered;
    if (gathered.some((byte) => byte > 0x7f || byte === 0)) return gathered;
    gathered = Buffer.alloc(0);
  }
  return gathered.some((byte) => byte > 0x7f || byte === 0) ? gathered : (first ?? gathered);
}

function markOf(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** Commas, digits and line ends have a zero byte in UTF-16, always on the same side. */
function wideOf(bytes: Buffer): Encoding | undefined {
  const zeros = [0, 0];
  for (let index = 0; index < bytes.length; index += 1) if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd < bytes.length / 50) return undefined;
  if (odd > even * 4) return 'utf-16le';
  return even > odd * 4 ? 'utf-16be' : undefined;
}

/** Undefined where the bytes cannot be of the encoding; a character that is cut at the end does not matter. */
function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return makeDecoder(encoding)(bytes);
  } catch {
    return undefined;
  }
}

/** Half of the word has the statistics of byte pairs, half the characters that come out of it. */
function mostLikely(sample: Buffer): Encoding {
  const guesses = new Map(chardet.analyse(sample).map(({ name, confidence }) => [name.toLowerCase(), confidence / 100]));
  const scored = encodings.flatMap((encoding) => {
    const text = decode(sample, encoding);
    return text === undefined || encoding.startsWith('utf') ? [] : [{ encoding, score: (guesses.get(encoding) ?? 0) + plausibility(text, encoding) }];
  });
  return scored.toSorted((left, right) => right.score - left.score)[0]?.encoding ?? 'windows-1252';
}

/** From -1 to 1: how much of what is not ASCII are characters that people write every day. */
function plausibility(text: string, encoding: Encoding): number {
  let usual = 0;
  let odd = 0;
  let total = 0;
  for (const character of text) {
    if (character <= '\u007f') continue;
    total += 1;
    if (EVERYDAY.test(character)) usual += 1;
    else if (HANGUL.test(character)) usual += 0.5;
    else if (ODD.test(character)) odd += 1;
  }
  if (total === 0) return 0;
  // A few accents among ASCII are what western files look like; long runs of them are another script misread.
  const latin = encoding === 'windows-1252' ? 0.3 : encoding === 'windows-1251' ? 0.3 * (1 - 2 * mixedCase(text)) : 0;
  return (usual - odd) / total + latin * (total < text.length / 6 ? 1 : -1);
}

/** The share of Cyrillic words in which a capital follows a small letter: few people write so, and all of Chinese that is misread looks like it. */
function mixedCase(text: string): number {
  const words = text.match(/\p{Script=Cyrillic}+/gu) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => /\p{Ll}\p{Lu}/u.test(word)).length / words.length;
}

const EVERYDAY =
  /[的一是不了人在有我他這这中大來来上國国個个到說说們们為为子和你地出道也時时年得就那要下以生會会自著着去之過过家學学對对可她里後后小么心多天而能好都然沒没日於于起還还發发成事只作當当想看文無无開开手十用主行方又如前所本見见經经頭头面公同三已老從从動动兩两長长知民樣样現现分將将外但身些與与高意進进把法此實实回二理美點点月明其種种聲声全工己話话兒儿者向情部正名定女問问力機机給给等幾几很業业最間间新什打便位因重被走電电四第門门相次東东政海口使教西再平真聽听世氣气信北少關关並并內内加化由卻却代軍军產产入先山五太水萬万市眼體体別别處处總总才場场師师書书比住員员九笑性通目華华報报立馬马命張张活難难神數数件安表原車车白應应路期叫死常提感金何更反合放做系計计或司利受光王果親亲界及今京務务制解各任至清物台臺象記记邊边共風风戰战幹干接它許许八特覺觉望直服毛林題题建南度統统色字請请交愛爱讓让認认算論论百吃義义科怎元社術术結结六功指思非流每青管夫連连遠远資资隊队跟帶带花快條条院變变聯联言權权往展該该領领傳传近留紅红治決决周保達达辦办運运武半候七必城父強强步完革深區区即求品士轉转量空甚衆众技輕轻程告江語语英基派滿满式李息寫写呢識识極极令黃黄德收臉脸錢钱黨党倒未持取設设始版雙双歷历越史商千片容研像找友孩站廣广改議议形委早房音火際际則则首單单據据導导影失拿網网香似斯專专石若兵弟誰谁校讀读志飛飞觀观爭争究包組组造落視视濟济喜離离雖虽壞坏號号街巷弄樓楼室縣县鄉乡鎮镇村陳陈吳吴劉刘林蔡楊杨許鄭郑謝谢郭洪曾邱廖賴赖徐葉叶蘇苏莊庄呂吕何羅罗孫孙朱鍾钟彭詹胡施沈余趙赵盧卢梁顏颜柯翁魏戴客戶户姓址姻編编]|[ぁ-んァ-ヶー]|[이다는을를의에가고하지사시기어은로인나대한아리자일스수도정서해전부여주보장구상제원그라게만세국성신조연오유우동비김박최강윤임송민영호진경현미소선희은주회과들와면으까요안내말것적된될있없습니고객번호이름주소]|[а-яА-ЯёЁ]|[à-öø-ÿÀ-ÖØ-ß]|[，。、：；！？「」『』（）《》“”‘’—…·€£]/u;
/** Of eleven thousand syllables few are common; misread Chinese is made of the others. */
const HANGUL = /[가-힣]/;
const ODD = /[\u0080-\u009f\ue000-\uf8ff\ufffd\uff61-\uff9f]|[\u{20000}-\u{2ffff}]|[¡-¿×÷ƒˆ˜†‡‰]/u;
