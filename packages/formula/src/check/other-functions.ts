import type { Sentence } from '../language/sentence.js';

/** Functions of other languages, and those of Salesforce that have no meaning here: what to write in their place. */
export const otherwise: Readonly<Record<string, Sentence>> = {
  CONCAT: {
    en: 'Put texts together with &.',
    'zh-TW': '請用 & 連接文字。',
    'zh-CN': '请用 & 连接文本。',
  },
  CONCATENATE: {
    en: 'Put texts together with &.',
    'zh-TW': '請用 & 連接文字。',
    'zh-CN': '请用 & 连接文本。',
  },
  COALESCE: {
    en: 'Write BLANKVALUE(value, substitute).',
    'zh-TW': '請寫成 BLANKVALUE(value, substitute)。',
    'zh-CN': '请写成 BLANKVALUE(value, substitute)。',
  },
  IFERROR: {
    en: 'A calculation without an answer is blank: write BLANKVALUE(value, substitute).',
    'zh-TW': '算不出結果時為空白：請寫成 BLANKVALUE(value, substitute)。',
    'zh-CN': '算不出结果时为空白：请写成 BLANKVALUE(value, substitute)。',
  },
  LENGTH: {
    en: 'Write LEN(text).',
    'zh-TW': '請寫成 LEN(text)。',
    'zh-CN': '请写成 LEN(text)。',
  },
  SUBSTRING: {
    en: 'Write MID(text, start, count).',
    'zh-TW': '請寫成 MID(text, start, count)。',
    'zh-CN': '请写成 MID(text, start, count)。',
  },
  REPLACE: {
    en: 'Write SUBSTITUTE(text, old, new).',
    'zh-TW': '請寫成 SUBSTITUTE(text, old, new)。',
    'zh-CN': '请写成 SUBSTITUTE(text, old, new)。',
  },
  POWER: {
    en: 'Write base ^ exponent.',
    'zh-TW': '請寫成 base ^ exponent。',
    'zh-CN': '请写成 base ^ exponent。',
  },
  VLOOKUP: {
    en: 'Follow a lookup with a dot, as in customer.city; where there is none, add a lookup field to the record.',
    'zh-TW': '請用句點經過查詢欄位，例如 customer.city；沒有時，請在記錄上新增查詢欄位。',
    'zh-CN': '请用句点经过查找字段，例如 customer.city；没有时，请在记录上新增查找字段。',
  },
  PARENTGROUPVAL: {
    en: 'It compares groups of a report; over records, write a roll-up field and read it through the lookup.',
    'zh-TW': '它用來比較報表的群組；對記錄請建立彙總欄位，再經由查詢欄位讀取。',
    'zh-CN': '它用来比较报表的群组；对记录请创建汇总字段，再经由查找字段读取。',
  },
  PREVGROUPVAL: {
    en: 'It compares groups of a report; over records, write a roll-up field and read it through the lookup.',
    'zh-TW': '它用來比較報表的群組；對記錄請建立彙總欄位，再經由查詢欄位讀取。',
    'zh-CN': '它用来比较报表的群组；对记录请创建汇总字段，再经由查找字段读取。',
  },
  CURRENCYRATE: {
    en: 'Read the converted field instead: a currency field amount with a currency of its own has amountConverted beside it.',
    'zh-TW': '請改用換算後的欄位：有自己幣別的貨幣欄位 amount，旁邊就有 amountConverted。',
    'zh-CN': '请改用换算后的字段：有自己币种的货币字段 amount，旁边就有 amountConverted。',
  },
  CONVERTCURRENCY: {
    en: 'Read the converted field instead: a currency field amount with a currency of its own has amountConverted beside it.',
    'zh-TW': '請改用換算後的欄位：有自己幣別的貨幣欄位 amount，旁邊就有 amountConverted。',
    'zh-CN': '请改用换算后的字段：有自己币种的货币字段 amount，旁边就有 amountConverted。',
  },
  ISCLONE: {
    en: 'A copied record is a new one: write ISNEW().',
    'zh-TW': '複製的記錄就是新記錄：請寫成 ISNEW()。',
    'zh-CN': '复制的记录就是新记录：请写成 ISNEW()。',
  },
  GETSESSIONID: {
    en: 'Formulas know no sessions; programs sign in with an API key.',
    'zh-TW': '公式不知道工作階段；程式請使用 API 密钥登录。',
    'zh-CN': '公式不知道会话；程序请使用 API 密钥登录。',
  },
  GETRECORDIDS: {
    en: 'A formula sees one record at a time; act on several with a workflow or in the list.',
    'zh-TW': '公式一次只看一筆記錄；要處理多筆時，請用工作流或清單。',
    'zh-CN': '公式一次只看一条记录；要处理多笔时，请用工作流或清单。',
  },
  URLFOR: {
    en: 'Write the address as a text: "/Customer/" & id.',
    'zh-TW': '請把網址寫成文字："/Customer/" & id。',
    'zh-CN': '请把网址写成文本："/Customer/" & id。',
  },
  LINKTO: {
    en: 'Write HYPERLINK(url, label).',
    'zh-TW': '請寫成 HYPERLINK(url, label)。',
    'zh-CN': '请写成 HYPERLINK(url, label)。',
  },
  URLENCODE: {
    en: 'HYPERLINK and IMAGE encode their addresses themselves.',
    'zh-TW': 'HYPERLINK 與 IMAGE 會自行編碼網址。',
    'zh-CN': 'HYPERLINK 与 IMAGE 会自行编码网址。',
  },
  HTMLENCODE: {
    en: 'Texts are shown as texts everywhere; nothing needs to be encoded.',
    'zh-TW': '文字在各處都以文字顯示，不需要編碼。',
    'zh-CN': '文本在各处都以文本显示，不需要编码。',
  },
  JSENCODE: {
    en: 'Texts are shown as texts everywhere; nothing needs to be encoded.',
    'zh-TW': '文字在各處都以文字顯示，不需要編碼。',
    'zh-CN': '文本在各处都以文本显示，不需要编码。',
  },
  JSINHTMLENCODE: {
    en: 'Texts are shown as texts everywhere; nothing needs to be encoded.',
    'zh-TW': '文字在各處都以文字顯示，不需要編碼。',
    'zh-CN': '文本在各处都以文本显示，不需要编码。',
  },
  IMAGEPROXYURL: {
    en: 'Write IMAGE(url, alternative).',
    'zh-TW': '請寫成 IMAGE(url, alternative)。',
    'zh-CN': '请写成 IMAGE(url, alternative)。',
  },
  REQUIRESCRIPT: {
    en: 'Formulas run no scripts; use an action or a workflow.',
    'zh-TW': '公式不執行指令碼；請使用動作或工作流。',
    'zh-CN': '公式不执行脚本；请使用动作或工作流。',
  },
  INCLUDE: {
    en: 'Formulas run no scripts; use an action or a workflow.',
    'zh-TW': '公式不執行指令碼；請使用動作或工作流。',
    'zh-CN': '公式不执行脚本；请使用动作或工作流。',
  },
  PREDICT: {
    en: 'There are no predictions; use a roll-up or a stored formula to compare with.',
    'zh-TW': '沒有預測功能；請用彙總或儲存的公式來比較。',
    'zh-CN': '没有预测功能；请用汇总或保存的公式来比较。',
  },
  JUNCTIONIDLIST: {
    en: 'Filter the related records in the view instead.',
    'zh-TW': '請改在檢視中篩選相關記錄。',
    'zh-CN': '请改在视图中筛选相关记录。',
  },
  RANDOM: {
    en: 'A formula answers the same for the same record; let a workflow set a field once.',
    'zh-TW': '同一筆記錄的公式結果必須相同；請讓工作流設定一次欄位。',
    'zh-CN': '同一条记录的公式结果必须相同；请让工作流设定一次字段。',
  },
  DATEDIF: {
    en: 'Subtract the dates: due - signed is a number of days.',
    'zh-TW': '請直接相減：due - signed 就是天數。',
    'zh-CN': '请直接相减：due - signed 就是天数。',
  },
  LOWERCASE: {
    en: 'Write LOWER(text).',
    'zh-TW': '請寫成 LOWER(text)。',
    'zh-CN': '请写成 LOWER(text)。',
  },
  UPPERCASE: {
    en: 'Write UPPER(text).',
    'zh-TW': '請寫成 UPPER(text)。',
    'zh-CN': '请写成 UPPER(text)。',
  },
};
