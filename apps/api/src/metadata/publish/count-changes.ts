import { say, type Wording } from '@guanxi/field-types';
import type { PlannedChange } from '@guanxi/metadata';
import { compileStatement } from '../../database/compile-statement.js';
import type { RecordedChange } from '../../database/entities/revision-row.js';
import type { SqlSession } from '../../database/sql-session.js';

/** What a middling machine works out or writes anew. */
const ROWS_PER_SECOND = 100_000;
/** Fewer are done before anybody notices. */
const WORTH_SAYING = 20_000;

/** What each change of a plan means for the records as they are now. */
export async function countChanges(session: SqlSession, changes: readonly PlannedChange[], locale: string): Promise<readonly RecordedChange[]> {
  const counted: RecordedChange[] = [];
  for (const change of changes) counted.push(await countChange(session, change, locale));
  return counted;
}

async function countChange(session: SqlSession, change: PlannedChange, locale: string): Promise<RecordedChange> {
  const rows = change.count && (await session.run<{ count: number }>(change.count))[0]?.count;
  const examples = rows && change.examples ? await session.run<{ id: string; name: string | null }>(change.examples) : undefined;
  const locked = change.locked && (change.locked === change.count ? rows : (await session.run<{ count: number }>(change.locked))[0]?.count);
  return {
    id: change.id,
    kind: change.kind,
    risk: change.risk,
    sentence: `${change.sentence(locale)}${sayLock(Number(locked ?? 0), locale)}${change.afterwards.length > 0 ? saidAfterwards(locale) : ''}`,
    ...(change.object !== undefined && { object: change.object }),
    ...(change.field !== undefined && { field: change.field }),
    ...(rows !== undefined && { rows: Number(rows) }),
    ...(examples && { examples: examples.map(({ id, name }) => ({ id, name: name ?? '' })) }),
    blocking: change.blockedWhenCounted && Number(rows ?? 0) > 0,
    sql: [...change.statements, ...change.afterwards.map(({ statement }) => statement)].map((statement) => compileStatement(statement).text),
  };
}

function sayLock(rows: number, locale: string): string {
  if (rows < WORTH_SAYING) return '';
  return joined(say({ ...sentences.locks, words: { rows: rows.toLocaleString(locale), seconds: String(Math.ceil(rows / ROWS_PER_SECOND)) } }, locale), locale);
}

const saidAfterwards = (locale: string): string => joined(say(sentences.afterwards, locale), locale);
const joined = (sentence: string, locale: string): string => (locale.startsWith('zh') ? sentence : ` ${sentence}`);

const sentences = {
  locks: {
    en: 'This cannot be done online: it takes a lock on {rows} rows, for about {seconds} s, and requests to them wait.',
    'zh-TW': '此變更無法在線上進行：將鎖定 {rows} 筆記錄約 {seconds} 秒，期間的存取需等候。',
    'zh-CN': '此更改无法在线进行：将锁定 {rows} 条记录约 {seconds} 秒，期间的访问需等待。',
  },
  afterwards: {
    en: 'The rest is done after publishing, while everybody works on.',
    'zh-TW': '其餘工作會在發佈後於背景完成，不影響使用。',
    'zh-CN': '其余工作会在发布后于后台完成，不影响使用。',
  },
} satisfies Readonly<Record<string, Wording>>;
