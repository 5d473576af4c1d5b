import type { Wording } from '@guanxi/field-types';

export const jobFaults = {
  notStopped: { en: 'There is no such job, or it cannot be stopped any more.', 'zh-TW': '沒有這項工作，或已無法停止。', 'zh-CN': '没有这项任务，或已无法停止。' },
  notRetried: { en: 'There is no such job, or it cannot be tried again.', 'zh-TW': '沒有這項工作，或無法重試。', 'zh-CN': '没有这项任务，或无法重试。' },
} satisfies Readonly<Record<string, Wording>>;
