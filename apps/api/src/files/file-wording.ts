import type { Wording } from '@guanxi/field-types';

/** Why a file is not taken or not given. */
export const fileRefusals = {
  none: { en: 'There is no file in the request. Send it as multipart/form-data.', 'zh-TW': '要求中沒有檔案。請以 multipart/form-data 傳送。', 'zh-CN': '请求中没有文件。请以 multipart/form-data 发送。' },
  tooLarge: { en: 'The file is larger than {limit} MB.', 'zh-TW': '檔案超過 {limit} MB。', 'zh-CN': '文件超过 {limit} MB。' },
  empty: { en: 'The file is empty.', 'zh-TW': '檔案是空的。', 'zh-CN': '文件是空的。' },
  name: { en: 'The file has no name that can be kept.', 'zh-TW': '檔案沒有可用的名稱。', 'zh-CN': '文件没有可用的名称。' },
  program: {
    en: '“{name}” is a program. Programs are not taken. Put it into a ZIP archive.',
    'zh-TW': '「{name}」是程式。系統不收程式檔，請先壓縮成 ZIP。',
    'zh-CN': '“{name}”是程序。系统不收程序文件，请先压缩成 ZIP。',
  },
  pretends: {
    en: '“{name}” is not what its name says: the content is of another kind. Give it the ending that it really has.',
    'zh-TW': '「{name}」與名稱不符：內容屬於其他類型。請改用正確的副檔名。',
    'zh-CN': '“{name}”与名称不符：内容属于其他类型。请改用正确的扩展名。',
  },
  infected: {
    en: '“{name}” is not taken: the scanner found {found} in it.',
    'zh-TW': '無法接收「{name}」：掃描時發現 {found}。',
    'zh-CN': '无法接收“{name}”：扫描时发现 {found}。',
  },
  unscanned: {
    en: 'The file could not be scanned, and is not taken unscanned. Try again later, or tell whoever runs this installation.',
    'zh-TW': '目前無法掃描檔案，未經掃描的檔案不會接收。請稍後再試，或通知系統管理人員。',
    'zh-CN': '目前无法扫描文件，未经扫描的文件不会接收。请稍后再试，或通知系统管理人员。',
  },
  quota: {
    en: 'Your files would be more than {limit} MB together. Remove some first.',
    'zh-TW': '您的檔案總量將超過 {limit} MB，請先移除一些檔案。',
    'zh-CN': '您的文件总量将超过 {limit} MB，请先移除一些文件。',
  },
  tooMany: {
    en: 'You have {limit} files already. Remove some first.',
    'zh-TW': '您已有 {limit} 個檔案，請先移除一些檔案。',
    'zh-CN': '您已有 {limit} 个文件，请先移除一些文件。',
  },
  unknown: { en: 'There is no such file.', 'zh-TW': '沒有這個檔案。', 'zh-CN': '没有这个文件。' },
} satisfies Readonly<Record<string, Wording>>;
