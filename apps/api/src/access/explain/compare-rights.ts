import type { Model, SetupArea } from '@guanxi/metadata';
import type { Access, ObjectAccess } from '@guanxi/query';

/** One thing that a change gives or takes. */
export type RightWord =
  | { readonly kind: 'deed'; readonly deed: 'read' | 'create' | 'edit' | 'delete' | 'import' | 'export'; readonly level: 'own' | 'shared' | 'all' | 'yes' | 'none' }
  | { readonly kind: 'field'; readonly field: string; readonly deed: 'read' | 'edit' };

export interface RightsChange {
  readonly object: string;
  readonly gains: readonly RightWord[];
  readonly losses: readonly RightWord[];
}

export interface ComparedRights {
  readonly objects: readonly RightsChange[];
  readonly setupGained: readonly SetupArea[];
  readonly setupLost: readonly SetupArea[];
}

const deeds = ['read', 'create', 'edit', 'delete', 'import', 'export'] as const;
const widths = ['none', 'own', 'shared', 'all', 'yes'] as const;

/** What one person's rights are more and less, object by object. Objects are matched by what they are, not what they are called. */
export function compareRights(before: Access, after: Access, modelBefore: Model, modelAfter: Model): ComparedRights {
  const objects = modelAfter.objects.flatMap((object): RightsChange[] => {
    const earlier = modelBefore.objectById.get(object.id);
    const was = earlier && before.objects.get(earlier.name);
    const is = after.objects.get(object.name);
    const gains: RightWord[] = [];
    const losses: RightWord[] = [];
    for (const deed of deeds) {
      const [from, to] = [widthOf(was, deed), widthOf(is, deed)];
      if (widths.indexOf(to) > widths.indexOf(from)) gains.push({ kind: 'deed', deed, level: to });
      if (widths.indexOf(to) < widths.indexOf(from)) losses.push({ kind: 'deed', deed, level: to === 'none' ? from : to });
    }
    // Where all of the object comes or goes, its fields go without saying.
    if (was && is) {
      for (const [deed, names] of [['read', 'readableFields'], ['edit', 'editableFields']] as const) {
        gains.push(...[...is[names]].filter((field) => !was[names].has(field)).map((field) => ({ kind: 'field', field, deed }) as const));
        losses.push(...[...was[names]].filter((field) => !is[names].has(field)).map((field) => ({ kind: 'field', field, deed }) as const));
      }
    }
    return gains.length + losses.length === 0 ? [] : [{ object: object.name, gains, losses }];
  });
  return {
    objects,
    setupGained: [...after.setup].filter((area) => !before.setup.has(area)),
    setupLost: [...before.setup].filter((area) => !after.setup.has(area)),
  };
}

function widthOf(access: ObjectAccess | undefined, deed: (typeof deeds)[number]): (typeof widths)[number] {
  const value = access?.[deed];
  return typeof value === 'boolean' ? (value ? 'yes' : 'none') : (value ?? 'none');
}
