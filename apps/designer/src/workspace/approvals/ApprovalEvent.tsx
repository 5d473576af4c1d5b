import { Trans } from 'react-i18next';
import type { TimelineItem } from '../activity/timeline-item.js';

/** What a record's timeline tells of an approval. */
export function ApprovalEvent({ item, name }: { readonly item: TimelineItem; readonly name: string }) {
  return <Trans i18nKey={`people.timeline.${wordsOf(item)}`} values={{ name, title: item.approval?.title ?? '', other: item.approval?.other?.name ?? '' }} components={{ strong: <strong /> }} />;
}

/** Nobody did what the end of a level's time has done. */
function wordsOf({ kind, by, approval }: TimelineItem): string {
  const known = kinds.find((candidate) => candidate === kind) ?? 'approvalAsked';
  if (known !== 'approvalApproved' && known !== 'approvalRejected') return known;
  if (!by) return known === 'approvalApproved' ? 'byTimeApproved' : 'byTimeRejected';
  return approval?.other ? `${known}For` : known;
}

const kinds = ['approvalAsked', 'approvalApproved', 'approvalRejected', 'approvalRecalled', 'approvalExpired', 'approvalEscalated', 'approvalHandedOver'] as const;
