import { say, type Wording } from '@guanxi/field-types';
import { areaOfKind, type MetadataDocument, type PermissionDocument, type Problem, type SetupArea } from '@guanxi/metadata';
import type { Access } from '@guanxi/query';
import { areaNames, mayUseSetup } from '../../access/setup-rights.js';

/**
 * Why somebody may not make the documents of `before` those of `after`: each document that is another one belongs to an area
 * of Setup, and nobody grants an area that they do not have.
 */
export function findAreaProblems(before: readonly MetadataDocument[], after: readonly MetadataDocument[], access: Access): readonly Problem[] {
  if (access.admin) return [];
  return findTouched(before, after).flatMap(({ was, is }) => {
    const missing = [was, is].find((document) => document && !mayUseSetup(access, [areaOfKind[document.kind]]));
    if (missing) return [problemOf(missing, missingArea, areaOfKind[missing.kind])];
    const had = was ? grantedAreas(was, before) : [];
    return (is ? grantedAreas(is, after) : []).flatMap((area) => (had.includes(area) || access.setup.has(area) || !is ? [] : [problemOf(is, ungrantable, area)]));
  });
}

interface Touched {
  readonly was: MetadataDocument | undefined;
  readonly is: MetadataDocument | undefined;
}

/** By id: a document that takes the id of another one stands in its place, whatever kind it is. */
function findTouched(before: readonly MetadataDocument[], after: readonly MetadataDocument[]): readonly Touched[] {
  const known = new Map(before.map((document) => [document.guanxi.id, document]));
  const stays = new Set(after.map(({ guanxi }) => guanxi.id));
  return [
    ...after.flatMap((is): Touched[] => {
      const was = known.get(is.guanxi.id);
      return was === is || JSON.stringify(was) === JSON.stringify(is) ? [] : [{ was, is }];
    }),
    ...before.flatMap((was): Touched[] => (stays.has(was.guanxi.id) ? [] : [{ was, is: undefined }])),
  ];
}

function grantedAreas(document: MetadataDocument, all: readonly MetadataDocument[]): readonly SetupArea[] {
  if (document.kind === 'permissions') return document.setup ?? [];
  if (document.kind !== 'permission-group') return [];
  const sets = all.filter((one): one is PermissionDocument => one.kind === 'permissions' && document.sets.includes(one.name));
  return [...new Set(sets.flatMap(({ setup = [] }) => setup))].filter((area) => document.muted?.setup?.includes(area) !== true);
}

function problemOf({ kind, name, ...document }: MetadataDocument, sentence: { readonly code: string; readonly said: Wording }, area: SetupArea): Problem {
  const words = (locale: string) => ({ title: 'title' in document && typeof document.title === 'string' ? document.title : name, area: say(areaNames[area], locale) });
  const tell = (locale: string) => ({ message: say({ ...sentence.said, words: words(locale) }, locale) });
  return { path: `/${kind}:${name}`, code: sentence.code, ...tell('en'), tell };
}

const missingArea = {
  code: 'setup.area',
  said: {
    en: '“{title}” belongs to the area {area} of Setup, which your permission sets do not include. Ask somebody who has it, or an admin.',
    'zh-TW': '「{title}」屬於設定的「{area}」，而您的權限集不包含它。請洽詢有此權限的人員或管理員。',
    'zh-CN': '“{title}”属于设置的“{area}”，而您的权限集不包含它。请咨询有此权限的人员或管理员。',
  },
} satisfies { readonly code: string; readonly said: Wording };

const ungrantable = {
  code: 'setup.grant',
  said: {
    en: '“{title}” would give people the area {area} of Setup, which you do not have yourself. Leave it out, or ask an admin.',
    'zh-TW': '「{title}」會授予設定的「{area}」，而您自己並沒有這項權限。請移除它，或洽詢管理員。',
    'zh-CN': '“{title}”会授予设置的“{area}”，而您自己没有这项权限。请移除它，或咨询管理员。',
  },
} satisfies { readonly code: string; readonly said: Wording };
