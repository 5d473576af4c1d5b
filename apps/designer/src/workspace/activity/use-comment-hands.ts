import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/index.js';
import { showToast } from '../../ui/index.js';
import { recordHref } from '../records/record-href.js';
import { timelineKey } from '../records/save-record.js';
import { deleteComment, pinComment, reactToComment, type Reaction, type TimelineItem } from './timeline-item.js';

export interface CommentHands {
  readonly react: (item: TimelineItem, reaction: Reaction, on: boolean) => void;
  readonly pin: (item: TimelineItem, pinned: boolean) => void;
  readonly remove: (item: TimelineItem) => void;
  readonly copyLink: (item: TimelineItem) => void;
  readonly refresh: () => void;
}

export function useCommentHands(object: string, recordId: string): CommentHands {
  const { t } = useTranslation();
  const refresh = () => void queryClient.invalidateQueries({ queryKey: timelineKey(object, recordId) });
  const perform = (deed: Promise<unknown>, message?: string) => void deed.then(() => {
    refresh();
    if (message !== undefined) showToast({ message });
  }, tellFault);
  return {
    react: ({ id }, reaction, on) => perform(reactToComment(id, reaction, on)),
    pin: ({ id }, pinned) => perform(pinComment(id, pinned)),
    remove: ({ id }) => perform(deleteComment(id), t('workspace.activity.deleted')),
    copyLink: ({ id }) => void navigator.clipboard.writeText(`${location.origin}${recordHref(object, recordId)}?comment=${id}`).then(() => showToast({ message: t('threads.copied') }), tellFault),
    refresh,
  };
}

function tellFault(cause: unknown): void {
  showToast({ tone: 'danger', message: cause instanceof Error ? cause.message : String(cause) });
}
