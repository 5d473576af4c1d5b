import type { FormulaType } from '../formula.js';
import type { ArgumentType } from '../functions/function-definition.js';
import type { Sentence } from '../language/sentence.js';

/** What a value of a type is called, with its article. */
export const typeNames: Readonly<Record<ArgumentType, Sentence>> = {
  text: { en: 'a text', 'zh-TW': '文字', 'zh-CN': '文本' },
  number: { en: 'a number', 'zh-TW': '數字', 'zh-CN': '数字' },
  boolean: { en: 'true or false', 'zh-TW': '是或否', 'zh-CN': '是或否' },
  date: { en: 'a date', 'zh-TW': '日期', 'zh-CN': '日期' },
  time: { en: 'a time', 'zh-TW': '時間', 'zh-CN': '时间' },
  datetime: { en: 'a date with time', 'zh-TW': '日期時間', 'zh-CN': '日期时间' },
  picklist: { en: 'a picklist', 'zh-TW': '選項清單', 'zh-CN': '选项列表' },
  multipicklist: { en: 'a picklist of several values', 'zh-TW': '多選的選項清單', 'zh-CN': '多选的选项列表' },
  reference: { en: 'a reference', 'zh-TW': '參照', 'zh-CN': '引用' },
  location: { en: 'a location', 'zh-TW': '位置', 'zh-CN': '位置' },
  blank: { en: 'blank', 'zh-TW': '空白', 'zh-CN': '空白' },
};

export const textMakesText: Sentence = {
  en: 'TEXT(…) makes a text of a number, date or instant.',
  'zh-TW': 'TEXT(…) 可以把數字、日期或日期時間變成文字。',
  'zh-CN': 'TEXT(…) 可以把数字、日期或日期时间变成文本。',
};

export const dateOrInstant: Sentence = {
  en: 'DATEVALUE(…) takes the date of an instant; DATETIMEVALUE(…) takes the beginning of a date.',
  'zh-TW': 'DATEVALUE(…) 取日期時間的日期；DATETIMEVALUE(…) 取一天的開始。',
  'zh-CN': 'DATEVALUE(…) 取日期时间的日期；DATETIMEVALUE(…) 取一天的开始。',
};

export const valueOrText: Sentence = {
  en: 'VALUE(…) makes a number of a text, TEXT(…) a text of a number.',
  'zh-TW': 'VALUE(…) 把文字變成數字，TEXT(…) 把數字變成文字。',
  'zh-CN': 'VALUE(…) 把文本变成数字，TEXT(…) 把数字变成文本。',
};

export const textToDate: Sentence = {
  en: 'DATEVALUE("2026-01-31") makes a date of a text.',
  'zh-TW': 'DATEVALUE("2026-01-31") 把文字變成日期。',
  'zh-CN': 'DATEVALUE("2026-01-31") 把文本变成日期。',
};

export const textToTime: Sentence = {
  en: 'TIMEVALUE("08:30") makes a time of a text.',
  'zh-TW': 'TIMEVALUE("08:30") 把文字變成時間。',
  'zh-CN': 'TIMEVALUE("08:30") 把文本变成时间。',
};

export const textToInstant: Sentence = {
  en: 'DATETIMEVALUE("2026-01-31 08:00:00") makes an instant of a text.',
  'zh-TW': 'DATETIMEVALUE("2026-01-31 08:00:00") 把文字變成日期時間。',
  'zh-CN': 'DATETIMEVALUE("2026-01-31 08:00:00") 把文本变成日期时间。',
};

export const timeOfInstant: Sentence = {
  en: 'TIMEVALUE(…) takes the time of an instant.',
  'zh-TW': 'TIMEVALUE(…) 取日期時間的時間。',
  'zh-CN': 'TIMEVALUE(…) 取日期时间的时间。',
};

export const conditionsComeFrom: Sentence = {
  en: 'Conditions come from comparisons, as amount > 0, or from functions, as ISBLANK(name).',
  'zh-TW': '條件來自比較，例如 amount > 0，或來自函式，例如 ISBLANK(name)。',
  'zh-CN': '条件来自比较，例如 amount > 0，或来自函数，例如 ISBLANK(name)。',
};

export const neverBlank: Sentence = {
  en: 'A field that is true or false is never blank; blank counts as false.',
  'zh-TW': '是或否的欄位不會空白；空白視為否。',
  'zh-CN': '是或否的字段不会空白；空白视为否。',
};

export const askIncludes: Sentence = {
  en: 'INCLUDES(picklist, "value") asks whether a value is among them, PICKLISTCOUNT(picklist) how many there are.',
  'zh-TW': 'INCLUDES(picklist, "value") 問是否含有某個值，PICKLISTCOUNT(picklist) 問有幾個值。',
  'zh-CN': 'INCLUDES(picklist, "value") 问是否含有某个值，PICKLISTCOUNT(picklist) 问有几个值。',
};

export const askDistance: Sentence = {
  en: 'DISTANCE(one, other, "km") says how far apart two locations are.',
  'zh-TW': 'DISTANCE(one, other, "km") 可以算出兩個位置的距離。',
  'zh-CN': 'DISTANCE(one, other, "km") 可以算出两个位置的距离。',
};

export const putIntoText: Sentence = {
  en: 'Put it into TEXT(…).',
  'zh-TW': '請放進 TEXT(…)。',
  'zh-CN': '请放进 TEXT(…)。',
};

export const putIntoDate: Sentence = {
  en: 'Put it into DATEVALUE(…).',
  'zh-TW': '請放進 DATEVALUE(…)。',
  'zh-CN': '请放进 DATEVALUE(…)。',
};

export const putIntoTime: Sentence = {
  en: 'Put it into TIMEVALUE(…).',
  'zh-TW': '請放進 TIMEVALUE(…)。',
  'zh-CN': '请放进 TIMEVALUE(…)。',
};

export const putIntoInstant: Sentence = {
  en: 'Put it into DATETIMEVALUE(…).',
  'zh-TW': '請放進 DATETIMEVALUE(…)。',
  'zh-CN': '请放进 DATETIMEVALUE(…)。',
};

export const putIntoValue: Sentence = {
  en: 'Put it into VALUE(…).',
  'zh-TW': '請放進 VALUE(…)。',
  'zh-CN': '请放进 VALUE(…)。',
};

export const compareIt: Sentence = {
  en: 'Compare it with something, or ask NOT(ISBLANK(…)).',
  'zh-TW': '請拿它與別的值比較，或問 NOT(ISBLANK(…))。',
  'zh-CN': '请拿它与别的值比较，或问 NOT(ISBLANK(…))。',
};

export const usePickval: Sentence = {
  en: 'ISPICKVAL(picklist, "value") asks for the value of a picklist.',
  'zh-TW': 'ISPICKVAL(picklist, "value") 可以詢問選項清單的值。',
  'zh-CN': 'ISPICKVAL(picklist, "value") 可以詢问选项列表的值。',
};

export const onlyWhenSaved: Sentence = {
  en: 'It works in validation rules and in what is checked when a record is saved.',
  'zh-TW': '它可以用在驗證規則，以及儲存記錄時檢查的公式。',
  'zh-CN': '它可以用在验证规则，以及保存记录时检查的公式。',
};

export const nameAlone: Sentence = {
  en: 'Write its name alone, without a calculation and without a way through a reference.',
  'zh-TW': '請只寫欄位名稱，不要計算，也不要經過參照。',
  'zh-CN': '请只写字段名称，不要计算，也不要经过引用。',
};

export const patternMustBeWritten: Sentence = {
  en: 'The pattern of REGEX must be written as a text in the formula.',
  'zh-TW': 'REGEX 的樣式必須直接寫在公式裡。',
  'zh-CN': 'REGEX 的样式必须直接写在公式里。',
};

export const unitMustBeWritten: Sentence = {
  en: 'The unit of DISTANCE must be written as "km" or "mi".',
  'zh-TW': 'DISTANCE 的單位必須直接寫成 "km" 或 "mi"。',
  'zh-CN': 'DISTANCE 的单位必须直接写成 "km" 或 "mi"。',
};

export const tooLargeToStore: Sentence = {
  en: 'The formula is too large to be stored with the record.',
  'zh-TW': '公式太大，無法隨記錄儲存。',
  'zh-CN': '公式太大，无法随记录保存。',
};

export const storeSmaller: Sentence = {
  en: 'Store a part of it in a formula field of its own, or let this one be worked out when it is read.',
  'zh-TW': '請把一部分存成獨立的公式欄位，或讓它在讀取時才計算。',
  'zh-CN': '请把一部分存成独立的公式字段，或让它在读取时才计算。',
};

export const letItBeRead: Sentence = {
  en: 'Let the field be worked out when it is read.',
  'zh-TW': '請讓這個欄位在讀取時才計算。',
  'zh-CN': '请让这个字段在读取时才计算。',
};

export const unknownField = (path: string): Sentence => ({
  en: 'There is no field "{path}" here.',
  'zh-TW': '這裡沒有欄位「{path}」。',
  'zh-CN': '这里没有字段“{path}”。',
  words: { path },
});

export const didYouMeanField = (path: string): Sentence => ({
  en: 'Did you mean "{path}"?',
  'zh-TW': '您是指「{path}」嗎？',
  'zh-CN': '您是指“{path}”吗？',
  words: { path },
});

export const didYouMeanFunction = (name: string): Sentence => ({
  en: 'Did you mean {name}?',
  'zh-TW': '您是指 {name} 嗎？',
  'zh-CN': '您是指 {name} 吗？',
  words: { name },
});

export const leadsNoFurther = (path: string): Sentence => ({
  en: '"{path}" leads to no further fields.',
  'zh-TW': '「{path}」之下沒有其他欄位。',
  'zh-CN': '“{path}”之下没有其他字段。',
  words: { path },
});

export const knownHere = (names: string): Sentence => ({
  en: 'Known here are: {names}.',
  'zh-TW': '這裡有：{names}。',
  'zh-CN': '这里有：{names}。',
  words: { names },
});

export const knownAmongOthers = (names: string): Sentence => ({
  en: 'Among others there are: {names}.',
  'zh-TW': '其中有：{names}。',
  'zh-CN': '其中有：{names}。',
  words: { names },
});

export const knownBelow = (path: string, names: string): Sentence => ({
  en: 'Known below "{path}" are: {names}.',
  'zh-TW': '「{path}」之下有：{names}。',
  'zh-CN': '“{path}”之下有：{names}。',
  words: { path, names },
});

export const noValueItself = (path: string): Sentence => ({
  en: '"{path}" is no value itself; add the field you mean after a dot.',
  'zh-TW': '「{path}」本身不是值，請在句點後加上要用的欄位。',
  'zh-CN': '“{path}”本身不是值，请在句点后加上要用的字段。',
  words: { path },
});

export const unknownFunction = (name: string): Sentence => ({
  en: 'There is no function {name}.',
  'zh-TW': '沒有函式 {name}。',
  'zh-CN': '没有函数 {name}。',
  words: { name },
});

export const writeSignature = (signature: string): Sentence => ({
  en: 'Write {signature}.',
  'zh-TW': '請寫成 {signature}。',
  'zh-CN': '请写成 {signature}。',
  words: { signature },
});

export const wrongCount = (name: string, wanted: string, given: number): Sentence => ({
  en: '{name} takes {wanted} arguments, not {given}.',
  'zh-TW': '{name} 需要 {wanted} 個引數，而不是 {given} 個。',
  'zh-CN': '{name} 需要 {wanted} 个参数，而不是 {given} 个。',
  words: { name, wanted, given: String(given) },
});

export const wrongCountOfOne = (name: string, given: number): Sentence => ({
  en: '{name} takes 1 argument, not {given}.',
  'zh-TW': '{name} 需要 1 個引數，而不是 {given} 個。',
  'zh-CN': '{name} 需要 1 个参数，而不是 {given} 个。',
  words: { name, given: String(given) },
});

export const countAtLeast = (name: string, wanted: number, given: number): Sentence => ({
  en: '{name} takes at least {wanted} arguments, not {given}.',
  'zh-TW': '{name} 至少需要 {wanted} 個引數，而不是 {given} 個。',
  'zh-CN': '{name} 至少需要 {wanted} 个参数，而不是 {given} 个。',
  words: { name, wanted: String(wanted), given: String(given) },
});

export const countFromTo = (name: string, least: number, most: number, given: number): Sentence => ({
  en: '{name} takes {least} to {most} arguments, not {given}.',
  'zh-TW': '{name} 需要 {least} 到 {most} 個引數，而不是 {given} 個。',
  'zh-CN': '{name} 需要 {least} 到 {most} 个参数，而不是 {given} 个。',
  words: { name, least: String(least), most: String(most), given: String(given) },
});

export const inGroups = (name: string, group: number, given: number): Sentence => ({
  en: '{name} takes its values in groups of {group}; with {given} arguments one is missing.',
  'zh-TW': '{name} 的值每 {group} 個一組；{given} 個引數少了一個。',
  'zh-CN': '{name} 的值每 {group} 个一组；{given} 个参数少了一个。',
  words: { name, group: String(group), given: String(given) },
});

export const wrongArgument = (name: string, parameter: string, accepted: Sentence, found: Sentence): Sentence => ({
  en: '{name} takes {accepted} as "{parameter}", but this is {found}.',
  'zh-TW': '{name} 的「{parameter}」需要{accepted}，但這是{found}。',
  'zh-CN': '{name} 的“{parameter}”需要{accepted}，但这是{found}。',
  words: { name, parameter, accepted, found },
});

export const differentKinds = (one: Sentence, earlier: Sentence): Sentence => ({
  en: 'The values must be of one kind, but this one is {one} and an earlier one is {earlier}.',
  'zh-TW': '這些值必須是同一種，但這個是{one}，前面的是{earlier}。',
  'zh-CN': '这些值必须是同一种，但这个是{one}，前面的是{earlier}。',
  words: { one, earlier },
});

export const notComparable = (type: Sentence): Sentence => ({
  en: 'CASE does not compare {type} with others.',
  'zh-TW': 'CASE 無法比較{type}。',
  'zh-CN': 'CASE 无法比较{type}。',
  words: { type },
});

export const misused = (sign: string, operands: Sentence): Sentence => ({
  en: 'The operator {sign} does not work with {operands}.',
  'zh-TW': '運算子 {sign} 不能用於{operands}。',
  'zh-CN': '运算符 {sign} 不能用于{operands}。',
  words: { sign, operands },
});

export const and = (one: Sentence, other: Sentence): Sentence => ({
  en: '{one} and {other}',
  'zh-TW': '{one}與{other}',
  'zh-CN': '{one}与{other}',
  words: { one, other },
});

export const wrongResult = (wanted: Sentence, found: Sentence): Sentence => ({
  en: 'The formula must answer {wanted}, but it answers {found}.',
  'zh-TW': '公式的結果必須是{wanted}，但它是{found}。',
  'zh-CN': '公式的结果必须是{wanted}，但它是{found}。',
  words: { wanted, found },
});

export const noPriorState = (name: string): Sentence => ({
  en: '{name} cannot be asked here: there is no state before a change.',
  'zh-TW': '這裡不能使用 {name}：沒有變更前的狀態。',
  'zh-CN': '这里不能使用 {name}：没有变更前的状态。',
  words: { name },
});

export const takesOwnField = (name: string): Sentence => ({
  en: '{name} takes a field of the record itself.',
  'zh-TW': '{name} 需要這筆記錄自己的欄位。',
  'zh-CN': '{name} 需要这条记录自己的字段。',
  words: { name },
});

export const changesByItself = (name: string): Sentence => ({
  en: '{name} changes though the record does not, so a formula with it cannot be stored.',
  'zh-TW': '記錄沒有變更時 {name} 也會變，所以含有它的公式無法儲存。',
  'zh-CN': '记录没有变更时 {name} 也会变，所以含有它的公式无法保存。',
  words: { name },
});

export const workedOutWhenRead = (name: string): Sentence => ({
  en: '{name} is worked out when it is read, so a formula with it cannot be stored.',
  'zh-TW': '{name} 在讀取時才計算，所以含有它的公式無法儲存。',
  'zh-CN': '{name} 在读取时才计算，所以含有它的公式无法保存。',
  words: { name },
});

/** The second argument of FORMATDURATION, which follows from the first. */
export const secondArgumentMustBe = (type: FormulaType): Sentence => ({
  en: 'The second argument of FORMATDURATION must be {type} beside such a first one.', 'zh-TW': 'FORMATDURATION 的第二個引數在此必須是{type}。', 'zh-CN': 'FORMATDURATION 的第二个参数在此必须是{type}。',
  words: { type: typeNames[type] },
});
