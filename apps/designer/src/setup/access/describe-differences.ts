import type { ObjectPermission, PermissionDocument, PermissionGroupDocument } from '@guanxi/metadata';
import { isScoped, levelOf, rights, type Level, type Right } from './rights.js';
import { isFieldGranted, isFieldMuted } from './sum-sets.js';

/** One difference; the words are `access.diff.<key>`. */
export type Difference =
  | { readonly key: 'right'; readonly object: string; readonly right: Right; readonly before: Level; readonly after: Level }
  | { readonly key: 'fieldOn' | 'fieldOff'; readonly object: string; readonly field: string; readonly right: 'read' | 'edit' }
  | { readonly key: 'areaOn' | 'areaOff'; readonly area: string }
  | { readonly key: 'types'; readonly object: string; readonly types: readonly string[] }
  | { readonly key: 'typesAll'; readonly object: string }
  | { readonly key: 'muteOn' | 'muteOff'; readonly object: string; readonly right: Right }
  | { readonly key: 'atMost'; readonly object: string; readonly level: Level }
  | { readonly key: 'atMostOff'; readonly object: string }
  | { readonly key: 'setOn' | 'setOff' | 'appOn' | 'appOff'; readonly name: string };

/** What the second permission set grants otherwise than the first one. */
export function differencesOfSets(before: PermissionDocument, after: PermissionDocument): readonly Difference[] {
  const objects = namesOf(before.objects, after.objects);
  const typed = namesOf(before.recordTypes, after.recordTypes);
  return [
    ...objects.flatMap((object) => differencesOfObject(object, before.objects[object], after.objects[object])),
    ...areas(before.setup, after.setup),
    ...typed.flatMap((object): Difference[] => {
      const types = after.recordTypes?.[object];
      if (JSON.stringify(types) === JSON.stringify(before.recordTypes?.[object])) return [];
      return [types ? { key: 'types', object, types } : { key: 'typesAll', object }];
    }),
  ];
}

/** What a group mutes otherwise, and the sets that it has otherwise. */
export function differencesOfGroups(before: PermissionGroupDocument, after: PermissionGroupDocument): readonly Difference[] {
  const objects = namesOf(before.muted?.objects, after.muted?.objects);
  return [
    ...after.sets.flatMap((name): Difference[] => (before.sets.includes(name) ? [] : [{ key: 'setOn', name }])),
    ...before.sets.flatMap((name): Difference[] => (after.sets.includes(name) ? [] : [{ key: 'setOff', name }])),
    ...objects.flatMap((object): Difference[] => {
      const [was, is] = [before.muted?.objects?.[object], after.muted?.objects?.[object]];
      return [
        ...rights.flatMap((right): Difference[] => (was?.[right] === is?.[right] ? [] : [{ key: is?.[right] ? 'muteOn' : 'muteOff', object, right }])),
        ...(was?.atMost === is?.atMost ? [] : [is?.atMost ? { key: 'atMost', object, level: is.atMost } as const : { key: 'atMostOff', object } as const]),
        ...namesOf(was?.fields, is?.fields).flatMap((field) => fieldRights.flatMap((right): Difference[] => {
          const [isMutedNow, wasMuted] = [isFieldMuted(is, field, right), isFieldMuted(was, field, right)];
          return isMutedNow === wasMuted ? [] : [{ key: isMutedNow ? 'fieldOff' : 'fieldOn', object, field, right }];
        })),
      ];
    }),
    ...areas(after.muted?.setup, before.muted?.setup),
  ];
}

const fieldRights = ['read', 'edit'] as const;

function differencesOfObject(object: string, before: ObjectPermission | undefined, after: ObjectPermission | undefined): readonly Difference[] {
  const changed = rights.flatMap((right): Difference[] => {
    const [was, is] = [levelOf(before, right), levelOf(after, right)];
    return was === is ? [] : [{ key: 'right', object, right, before: was, after: is }];
  });
  if (before?.read === undefined || after?.read === undefined) return changed;
  const fields = namesOf(before.fields, after.fields).flatMap((field) => fieldRights.flatMap((right): Difference[] => {
    const [was, is] = [isFieldGranted(before, field, right), isFieldGranted(after, field, right)];
    return was === is ? [] : [{ key: is ? 'fieldOn' : 'fieldOff', object, field, right }];
  }));
  return [...changed, ...fields];
}

function areas(before: readonly string[] = [], after: readonly string[] = []): readonly Difference[] {
  return [
    ...after.flatMap((area): Difference[] => (before.includes(area) ? [] : [{ key: 'areaOn', area }])),
    ...before.flatMap((area): Difference[] => (after.includes(area) ? [] : [{ key: 'areaOff', area }])),
  ];
}

function namesOf(...all: readonly (Readonly<Record<string, unknown>> | undefined)[]): readonly string[] {
  return [...new Set(all.flatMap((one) => Object.keys(one ?? {})))];
}

/** The word of a level: of what is granted or not, yes or no. */
export function levelWord(right: Right, level: Level): `access.level.${Level | 'yes'}` {
  return `access.level.${!isScoped(right) && level !== 'none' ? 'yes' : level}`;
}
