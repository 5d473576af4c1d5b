import type { Grantee, ObjectDocument, SharedAccess, SharedRecords, SharingKeyword, SharingRuleDocument, Translations } from '@guanxi/metadata';

export type WhichKind = 'ownedBy' | 'when' | 'territory';

/** A sharing rule while it is edited: each way to say which records keeps what was said. */
export interface RuleDraft {
  readonly label: { readonly text: string; readonly titles: Translations };
  readonly name: string;
  readonly object: string | null;
  readonly by: WhichKind;
  readonly ownedBy: readonly Grantee[];
  readonly when: string;
  readonly territory: string | null;
  readonly to: readonly Grantee[];
  readonly access: SharedAccess;
  readonly active: boolean;
}

export const emptyRule: RuleDraft = { label: { text: '', titles: {} }, name: '', object: null, by: 'ownedBy', ownedBy: [], when: '', territory: null, to: [], access: 'read', active: true };

export function readRule({ title, titles = {}, name, object, which, to, access, active = true }: SharingRuleDocument): RuleDraft {
  const by = 'ownedBy' in which ? 'ownedBy' : 'when' in which ? 'when' : 'territory';
  return {
    label: { text: title, titles }, name, object, by, to, access, active,
    ownedBy: 'ownedBy' in which ? which.ownedBy : [], when: 'when' in which ? which.when : '', territory: 'territory' in which ? which.territory : null,
  };
}

/** Null where it is not said yet which records are meant. */
export function whichOf({ by, ownedBy, when, territory }: RuleDraft): SharedRecords | null {
  if (by === 'ownedBy') return ownedBy.length === 0 ? null : { ownedBy };
  if (by === 'when') return when.trim() === '' ? null : { when };
  return territory === null ? null : { territory };
}

/** What the draft keeps of `before` is its id and its description. Null where something is missing. */
export function writeRule(draft: RuleDraft, before?: SharingRuleDocument): SharingRuleDocument | null {
  const { label, name, object, to, access, active } = draft;
  const which = whichOf(draft);
  if (object === null || which === null || to.length === 0) return null;
  return {
    kind: 'sharing-rule', name, title: label.text.trim(), ...(Object.keys(label.titles).length > 0 && { titles: label.titles }), ...(before?.description !== undefined && { description: before.description }),
    object, which, to, access, ...(!active && { active }), guanxi: before?.guanxi ?? { id: crypto.randomUUID() },
  };
}

/** The object with another default; the plainest one is not written down. */
export function putSharing(document: ObjectDocument, sharing: SharingKeyword): ObjectDocument {
  const { sharing: _before, ...guanxi } = document.guanxi;
  const { default: open, parent, throughRoles } = sharing;
  const written: SharingKeyword = { default: open, ...(open === 'parent' && parent !== undefined && { parent }), ...(throughRoles === false && open !== 'parent' && { throughRoles }) };
  const isPlain = open === 'private' && written.throughRoles === undefined;
  return { ...document, guanxi: { ...guanxi, ...(!isPlain && { sharing: written }) } };
}

/** The key of the sentence that says who sees records of an object that no rule and no share speaks of. */
export function sentenceKey(document: Pick<ObjectDocument, 'guanxi' | 'properties'>): 'master' | 'parent' | `${'private' | 'read' | 'edit'}${'' | 'Alone'}` {
  if (hasMaster(document)) return 'master';
  const { default: open = 'private', throughRoles = true } = document.guanxi.sharing ?? {};
  if (open === 'parent') return 'parent';
  return throughRoles || open === 'edit' ? open : `${open}Alone`;
}

export function hasMaster({ properties }: Pick<ObjectDocument, 'properties'>): boolean {
  return Object.values(properties).some(({ guanxi }) => guanxi.type === 'masterDetail');
}
