import type { Wording } from '@guanxi/field-types';
import { faultOf } from '../../problem.js';
import type { RoleDocument } from '../documents.js';
import type { CheckContext } from './check-context.js';
import { checkNamed } from './check-named.js';

/** The role above exists, and the way up ends. */
export function checkRole(role: RoleDocument, context: CheckContext): void {
  if (role.parent === undefined || !checkNamed('role', role.parent, ['parent'], context)) return;
  const parents = new Map(context.model.roles.map(({ name, parent }) => [name, parent]));
  const trail = [role.name];
  for (let above: string | undefined = role.parent; above !== undefined; above = parents.get(above)) {
    trail.push(above);
    if (above === role.name) return context.report(['parent'], faultOf('role.circle', { ...circle, words: { circle: trail.join(' → ') } }));
    if (trail.indexOf(above) < trail.length - 1) return;
  }
}

const circle: Wording = {
  en: 'A role cannot stand above itself: {circle}.',
  'zh-TW': '角色不能位於自己之上：{circle}。',
  'zh-CN': '角色不能位于自己之上：{circle}。',
};
