import type { QueueChoice, QueueDocument, TerritoryPart, Translations } from '@guanxi/metadata';

/** A queue while it is edited. */
export interface QueueDraft {
  readonly label: { readonly text: string; readonly titles: Translations };
  readonly name: string;
  readonly members: readonly string[];
  readonly choose: QueueChoice;
  readonly territory: readonly TerritoryPart[];
  readonly rank: number | null;
}

export const emptyQueue: QueueDraft = { label: { text: '', titles: {} }, name: '', members: [], choose: 'roundRobin', territory: [], rank: null };

export function readQueue({ title, titles = {}, name, members, choose, territory = [], rank }: QueueDocument): QueueDraft {
  return { label: { text: title, titles }, name, members, choose, territory, rank: rank ?? null };
}

/** What the draft keeps of `before` is its id and its description. */
export function writeQueue({ label, name, members, choose, territory, rank }: QueueDraft, before?: QueueDocument): QueueDocument {
  const parts = territory.map(({ object, when }) => ({ object, ...(when !== undefined && when.trim() !== '' && { when }) }));
  return {
    kind: 'queue', name, title: label.text.trim(), ...(Object.keys(label.titles).length > 0 && { titles: label.titles }), ...(before?.description !== undefined && { description: before.description }),
    members, choose, ...(parts.length > 0 && { territory: parts }), ...(rank !== null && { rank }), guanxi: before?.guanxi ?? { id: crypto.randomUUID() },
  };
}
