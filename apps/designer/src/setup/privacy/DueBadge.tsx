import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge } from '../../ui/index.js';
import type { PrivacyRequest } from './privacy-queries.js';

const day = 86_400_000;
/** So many days before it is due, a request is pressing. */
const PRESSING = 7;

export function DueBadge({ request: { status, dueOn, kind } }: { readonly request: Pick<PrivacyRequest, 'status' | 'dueOn' | 'kind'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (status === 'REFUSED') return <Badge>{t('privacy.status.REFUSED')}</Badge>;
  if (status === 'DONE') return <Badge tone="success" hasDot>{t(`privacy.status.DONE_${kind}`)}</Badge>;
  const left = Math.ceil((Date.parse(`${dueOn}T00:00:00`) - Date.now()) / day);
  if (left < 0) return <Badge tone="danger" hasDot>{t('privacy.overdue', { date: format.date(dueOn) })}</Badge>;
  return <Badge tone={left <= PRESSING ? 'warning' : 'info'} hasDot>{t('privacy.due', { date: format.date(dueOn) })}</Badge>;
}
