import type { Wording } from '@guanxi/field-types';

export const sandboxFaults = {
  unknown: { en: 'There is no such sandbox; somebody may have removed it.', 'zh-TW': '沒有這個沙箱，可能已被移除。', 'zh-CN': '没有这个沙盒，可能已被移除。' },
  ofSandbox: { en: 'A sandbox is copied from the org itself, not from another sandbox. Leave this one first.', 'zh-TW': '沙箱只能由正式組織複製，不能由另一個沙箱複製。請先離開此沙箱。', 'zh-CN': '沙盒只能从正式组织复制，不能从另一个沙盒复制。请先离开此沙盒。' },
  name: { en: 'A sandbox needs a name of at most 60 characters.', 'zh-TW': '沙箱需要名稱，最多 60 個字元。', 'zh-CN': '沙盒需要名称，最多 60 个字符。' },
  taken: { en: 'There is a sandbox named “{name}” already.', 'zh-TW': '已有名為「{name}」的沙箱。', 'zh-CN': '已有名为“{name}”的沙盒。' },
  tooMany: { en: 'There are {count} sandboxes already. Remove one that nobody needs.', 'zh-TW': '已有 {count} 個沙箱，請先移除不再需要的。', 'zh-CN': '已有 {count} 个沙盒，请先移除不再需要的。' },
  failed: { en: 'The copy could not be made; nothing of it was kept. The server’s log says why.', 'zh-TW': '無法完成複製，未保留任何內容。原因請見伺服器記錄。', 'zh-CN': '无法完成复制，未保留任何内容。原因请见服务器日志。' },
  notReady: { en: 'This sandbox is not filled.', 'zh-TW': '此沙箱尚未建立完成。', 'zh-CN': '此沙盒尚未创建完成。' },
  pageOnly: { en: 'Only somebody who is signed in to the page can go into a sandbox; a key stays where it was made.', 'zh-TW': '只有登入頁面的使用者可以進入沙箱；金鑰只在建立它的地方有效。', 'zh-CN': '只有登录页面的用户可以进入沙盒；密钥只在创建它的地方有效。' },
} satisfies Readonly<Record<string, Wording>>;
