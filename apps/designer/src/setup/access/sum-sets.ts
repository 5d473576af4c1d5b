import type { MutedObject, ObjectPermission, PermissionDocument } from '@guanxi/metadata';
import { isScoped, levelOf, levels, rights, type Level, type Right } from './rights.js';

/** What sets grant together on one object. */
export function sumLevel(sets: readonly PermissionDocument[], object: string, right: Right): Level {
  const granted = sets.map(({ objects }) => objects[object]).filter((permission) => permission?.read !== undefined);
  return levels.findLast((level) => granted.some((permission) => levelOf(permission, right) === level)) ?? 'none';
}

/** The sets that let a field be read or edited. */
export function fieldGivers(sets: readonly PermissionDocument[], object: string, field: string, right: 'read' | 'edit'): readonly PermissionDocument[] {
  return sets.filter(({ objects }) => isFieldGranted(objects[object], field, right));
}

export function isFieldGranted(permission: ObjectPermission | undefined, field: string, right: 'read' | 'edit'): boolean {
  if (permission?.read === undefined) return false;
  const { read = true, edit = true } = permission.fields?.[field] ?? {};
  return right === 'read' ? read : read && edit && (permission.create === true || permission.edit !== undefined);
}

/** What is left of a level once the group mutes it. */
export function muteLevel(level: Level, right: Right, muted: MutedObject | undefined): Level {
  if (!muted || level === 'none') return level;
  if (muted.read || muted[right]) return 'none';
  const limit = isScoped(right) ? muted.atMost : undefined;
  return limit && levels.indexOf(level) > levels.indexOf(limit) ? limit : level;
}

export function isFieldMuted(muted: MutedObject | undefined, field: string, right: 'read' | 'edit'): boolean {
  return muted?.read === true || muted?.fields?.[field]?.read === true || (right === 'edit' && muted?.fields?.[field]?.edit === true);
}

/** Turns muting of one thing on or off; what mutes nothing is left out. */
export function turnMuting(muted: MutedObject | undefined, what: Right | { readonly field: string; readonly right: 'read' | 'edit' } | { readonly atMost: 'shared' | 'own' | undefined }): MutedObject | undefined {
  const { atMost, fields = {}, ...flags } = muted ?? {};
  const next = { flags: { ...flags } as Partial<Record<Right, true>>, atMost, fields };
  if (typeof what === 'string') {
    const { [what]: wasMuted, ...others } = next.flags;
    next.flags = wasMuted ? others : { ...others, [what]: true };
  } else if ('atMost' in what) next.atMost = what.atMost;
  else {
    const { [what.field]: before = {}, ...others } = fields;
    const { [what.right]: was, ...rest } = before;
    const turned = was ? rest : { ...rest, [what.right]: true as const };
    next.fields = Object.keys(turned).length > 0 ? { ...others, [what.field]: turned } : others;
  }
  const told: MutedObject = {
    ...Object.fromEntries(rights.flatMap((right) => (next.flags[right] ? [[right, true]] : []))),
    ...(next.atMost && { atMost: next.atMost }),
    ...(Object.keys(next.fields).length > 0 && { fields: next.fields }),
  };
  return Object.keys(told).length > 0 ? told : undefined;
}
