import { say, type Sentence, type Wording } from '@guanxi/field-types';

/** The file cannot be read at all, or not to its end. */
export class UnreadableFile extends Error {
  constructor(readonly sentence: Sentence, options?: ErrorOptions) {
    super(say(sentence, 'en'), options);
  }

  tell(locale: string): string {
    return say(this.sentence, locale);
  }
}

/** Why a file cannot be read. */
export const fileFaults = {
  unpacks: {
    en: 'The part "{part}" of the workbook unpacks to more than {limit} MB. Save the sheet as CSV and import that.',
    'zh-TW': '活頁簿的「{part}」部分解壓縮後超過 {limit} MB。請將工作表另存為 CSV 再匯入。',
    'zh-CN': '工作簿的“{part}”部分解压后超过 {limit} MB。请将工作表另存为 CSV 再导入。',
  },
  openQuote: {
    en: 'A quote that opens in row {row} is never closed, so the rest of the file cannot be told apart.',
    'zh-TW': '第 {row} 列的引號沒有結尾，之後的內容無法分辨。',
    'zh-CN': '第 {row} 行的引号没有结尾，之后的内容无法分辨。',
  },
  longCell: {
    en: 'Row {row} holds more than 16 MB. Is the delimiter right, and is every quote closed?',
    'zh-TW': '第 {row} 列超過 16 MB。請確認分隔符號是否正確，引號是否都有結尾。',
    'zh-CN': '第 {row} 行超过 16 MB。请确认分隔符是否正确，引号是否都有结尾。',
  },
  noJson: { en: 'Row {row} is not a JSON object: {reason}', 'zh-TW': '第 {row} 列不是 JSON 物件：{reason}', 'zh-CN': '第 {row} 行不是 JSON 对象：{reason}' },
  encoding: {
    en: 'After row {row} the file has bytes that are not {encoding}. Choose another encoding, or save the file as UTF-8.',
    'zh-TW': '第 {row} 列之後有不屬於 {encoding} 編碼的內容。請選擇其他編碼，或將檔案另存為 UTF-8。',
    'zh-CN': '第 {row} 行之后有不属于 {encoding} 编码的内容。请选择其他编码，或将文件另存为 UTF-8。',
  },
  binary: {
    en: 'This is neither text nor an XLSX workbook. Save it as XLSX or CSV and try again.',
    'zh-TW': '這不是文字檔，也不是 XLSX 活頁簿。請另存為 XLSX 或 CSV 後再試一次。',
    'zh-CN': '这不是文本文件，也不是 XLSX 工作簿。请另存为 XLSX 或 CSV 后重试。',
  },
  workbook: { en: 'The workbook cannot be read: {reason}', 'zh-TW': '無法讀取活頁簿：{reason}', 'zh-CN': '无法读取工作簿：{reason}' },
  noSheet: { en: 'The workbook has no sheet "{sheet}". It has {sheets}.', 'zh-TW': '活頁簿沒有工作表「{sheet}」，只有：{sheets}。', 'zh-CN': '工作簿没有工作表“{sheet}”，只有：{sheets}。' },
  empty: { en: 'The file is empty: its first row has to name the columns.', 'zh-TW': '檔案是空的：第一列必須是各欄的標題。', 'zh-CN': '文件是空的：第一行必须是各列的标题。' },
  tooLarge: {
    en: 'The file is larger than 1 GiB. Divide it and import the parts.',
    'zh-TW': '檔案超過 1 GiB。請分成幾個檔案，分別匯入。',
    'zh-CN': '文件超过 1 GiB。请拆分成几个文件，分别导入。',
  },
  unpacked: {
    en: 'Unpacked, the file is larger than 8 GiB. Divide it and import the parts.',
    'zh-TW': '檔案解壓縮後超過 8 GiB。請分成幾個檔案，分別匯入。',
    'zh-CN': '文件解压后超过 8 GiB。请拆分成几个文件，分别导入。',
  },
} satisfies Readonly<Record<string, Wording>>;
