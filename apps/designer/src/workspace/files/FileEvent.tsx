import { Trans } from 'react-i18next';
import type { TimelineItem } from '../activity/timeline-item.js';

/** What a record's timeline tells of a file. */
export function FileEvent({ item: { kind, file }, name }: { readonly item: TimelineItem; readonly name: string }) {
  const known = kinds.find((candidate) => candidate === kind) ?? 'fileAdded';
  return <Trans i18nKey={`files.timeline.${known}`} values={{ name, file: file?.name ?? '', before: file?.before ?? '', number: file?.version ?? 1 }} components={{ strong: <strong /> }} />;
}

const kinds = ['fileAdded', 'fileReplaced', 'fileVersion', 'fileRenamed', 'fileRemoved', 'fileRestored'] as const;
