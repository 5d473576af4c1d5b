import type { MetadataDocument } from '@guanxi/metadata';
import { withoutSame, type DraftChanges } from './lay-over.js';

/** What has to be laid over the published documents to get the wanted ones. */
export function differencesTo(published: readonly MetadataDocument[], wanted: readonly MetadataDocument[]): DraftChanges {
  const stays = new Set(wanted.map(({ guanxi }) => guanxi.id));
  return withoutSame(published, { documents: wanted, removed: published.flatMap(({ guanxi }) => (stays.has(guanxi.id) ? [] : [guanxi.id])) });
}
