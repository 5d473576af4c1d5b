import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/index.js';
import type { RetentionRun } from './retention-queries.js';

export function RunBadge({ run: { status } }: { readonly run: RetentionRun }) {
  const { t } = useTranslation();
  return <Badge tone={status === 'DONE' ? 'success' : status === 'STOPPED' ? 'warning' : 'info'}>{t(`retention.runs.status.${status}`)}</Badge>;
}

/** How many records it left although their time was over. */
export function keptOf({ kept }: Pick<RetentionRun, 'kept'>): number {
  return kept.reduce((sum, { count }) => sum + count, 0);
}
