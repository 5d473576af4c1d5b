import type { Wording } from '@guanxi/field-types';

/** What an operation did, and why one cannot be taken back. */
export const operationTexts = {
  create: { en: '{count} {objects} created', 'zh-TW': '建立了 {count} 筆{objects}', 'zh-CN': '创建了 {count} 条{objects}' },
  update: { en: '{fields} changed in {count} {objects}', 'zh-TW': '變更了 {count} 筆{objects}的{fields}', 'zh-CN': '更改了 {count} 条{objects}的{fields}' },
  change: { en: '{count} {objects} changed', 'zh-TW': '變更了 {count} 筆{objects}', 'zh-CN': '更改了 {count} 条{objects}' },
  handOver: { en: 'Records handed over from {from} to {to}: {count}', 'zh-TW': '將 {from} 的 {count} 筆記錄移交給 {to}', 'zh-CN': '将 {from} 的 {count} 条记录移交给 {to}' },
  upsert: { en: '{count} {objects} saved', 'zh-TW': '儲存了 {count} 筆{objects}', 'zh-CN': '保存了 {count} 条{objects}' },
  delete: { en: '{count} {objects} deleted', 'zh-TW': '刪除了 {count} 筆{objects}', 'zh-CN': '删除了 {count} 条{objects}' },
  restore: { en: '{count} {objects} restored', 'zh-TW': '還原了 {count} 筆{objects}', 'zh-CN': '恢复了 {count} 条{objects}' },
  several: { en: '{count} records changed', 'zh-TW': '變更了 {count} 筆記錄', 'zh-CN': '更改了 {count} 条记录' },
  import: { en: 'Import of {file}', 'zh-TW': '匯入 {file}', 'zh-CN': '导入 {file}' },
  run: { en: 'Workflow “{workflow}”', 'zh-TW': '工作流程「{workflow}」', 'zh-CN': '工作流程“{workflow}”' },
  merge: { en: '{objects} merged', 'zh-TW': '合併了{objects}', 'zh-CN': '合并了{objects}' },
  convert: { en: '{object} converted to {into}', 'zh-TW': '將{object}轉換為{into}', 'zh-CN': '将{object}转换为{into}' },
  purge: { en: '{count} {objects} deleted for good from the recycle bin', 'zh-TW': '從資源回收筒永久刪除了 {count} 筆{objects}', 'zh-CN': '从回收站永久删除了 {count} 条{objects}' },
  undo: { en: 'Undone: {what}', 'zh-TW': '復原：{what}', 'zh-CN': '撤销：{what}' },
  redo: { en: 'Done again: {what}', 'zh-TW': '重做：{what}', 'zh-CN': '重做：{what}' },
  unknown: { en: 'There is no operation with this id.', 'zh-TW': '沒有這個 ID 的操作。', 'zh-CN': '没有这个 ID 的操作。' },
  stillRunning: { en: 'It is still at work; undo it when it is done.', 'zh-TW': '操作仍在進行中，完成後才能復原。', 'zh-CN': '操作仍在进行中，完成后才能撤销。' },
  failed: { en: 'It failed and changed nothing, so there is nothing to undo.', 'zh-TW': '操作失敗，沒有任何變更，因此無需復原。', 'zh-CN': '操作失败，没有任何更改，因此无需撤销。' },
  cancelled: { en: 'It was stopped and changed nothing, so there is nothing to undo.', 'zh-TW': '操作已停止，沒有任何變更，因此無需復原。', 'zh-CN': '操作已停止，没有任何更改，因此无需撤销。' },
  undoneAlready: {
    en: 'It has been undone already. To have it again, undo the undo.',
    'zh-TW': '已經復原過了。若要恢復，請復原那次的復原操作。',
    'zh-CN': '已经撤销过了。若要恢复，请撤销那次的撤销操作。',
  },
  tooLate: { en: 'It is more than 30 days ago, so it can no longer be undone.', 'zh-TW': '已超過 30 天，無法再復原。', 'zh-CN': '已超过 30 天，无法再撤销。' },
  goneWrong: {
    en: 'Something went wrong on our side, and nothing was changed. Please tell your admin this reference: {reference}.',
    'zh-TW': '系統發生問題，沒有任何變更。請將這個參考編號告訴管理員：{reference}。',
    'zh-CN': '系统发生问题，没有任何更改。请将这个参考编号告诉管理员：{reference}。',
  },
  stopped: {
    en: 'It was stopped before its end, and nothing was changed.',
    'zh-TW': '已在完成前停止，未變更任何資料。',
    'zh-CN': '已在完成前停止，未更改任何数据。',
  },
  nobody: {
    en: 'The person who started it may no longer sign in, so it was not done.',
    'zh-TW': '啟動操作的人已無法登入，因此未執行。',
    'zh-CN': '启动操作的人已无法登录，因此未执行。',
  },
} satisfies Readonly<Record<string, Wording>>;
