import type { Wording } from '@guanxi/field-types';
import { faultOf } from '../../problem.js';
import { nearMissSentence } from '../near-miss.js';
import type { CheckContext, PlaceInDocument } from './check-context.js';

/** Kinds of documents that others call by their name. */
type NamedKind = 'role' | 'team' | 'queue' | 'permissions';

/** Reports a name that no document of the kind has. Names are compared with those of documents that could be read. */
export function checkNamed(kind: NamedKind, name: string, place: PlaceInDocument, { model, report }: CheckContext): boolean {
  const known = { role: model.roles, team: model.teams, queue: model.queues, permissions: model.permissions }[kind].map((document) => document.name);
  if (known.includes(name)) return true;
  report(place, faultOf(`${kind}.unknown`, { ...missing[kind], words: { name } }, nearMissSentence(name, known)));
  return false;
}

const missing: Readonly<Record<NamedKind, Wording>> = {
  role: { en: 'There is no role "{name}".', 'zh-TW': '沒有角色「{name}」。', 'zh-CN': '没有角色“{name}”。' },
  team: { en: 'There is no team "{name}".', 'zh-TW': '沒有團隊「{name}」。', 'zh-CN': '没有团队“{name}”。' },
  queue: { en: 'There is no queue "{name}".', 'zh-TW': '沒有佇列「{name}」。', 'zh-CN': '没有队列“{name}”。' },
  permissions: { en: 'There is no permission set "{name}".', 'zh-TW': '沒有權限集「{name}」。', 'zh-CN': '没有权限集“{name}”。' },
};
