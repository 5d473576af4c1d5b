import { useTranslation } from 'react-i18next';
import { Badge, type BadgeTone } from '../../../ui/index.js';

const tones: Readonly<Record<string, BadgeTone>> = { DONE: 'success', FAILED: 'danger', RUNNING: 'info', WAITING: 'neutral', RESTING: 'neutral', SKIPPED: 'warning', CANCELLED: 'neutral' };

/** Of a run or of one of its steps, in the same words and colours. */
export function RunStatusBadge({ status }: { readonly status: string }) {
  const { t } = useTranslation();
  const name = status.toUpperCase();
  return <Badge tone={tones[name] ?? 'neutral'} hasDot>{t(`automation.status.${name}`, { defaultValue: status })}</Badge>;
}
