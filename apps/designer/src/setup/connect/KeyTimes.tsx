import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge } from '../../ui/index.js';
import styles from './Connect.module.css';

/** So long before its end a key is warned of. */
const soonMs = 14 * 86_400_000;

/** When something ends; marked when that is soon or has been. */
export function Expiry({ at }: { readonly at: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (at === null) return t('setup.keys.expiry.never');
  if (isOver(at)) return <Badge tone="danger">{t('connect.keys.over')}</Badge>;
  if (Date.parse(at) - Date.now() < soonMs) return <span title={format.dateTime(at)}><Badge tone="warning">{t('factors.clients.soon', { when: format.relative(at) })}</Badge></span>;
  return <span title={format.relative(at)}>{format.dateTime(at)}</span>;
}

export interface LastUseProps {
  readonly use: { readonly lastUsedAt: string | null; readonly lastUsedAddress: string | null };
}

/** When and from where. */
export function LastUse({ use: { lastUsedAt, lastUsedAddress } }: LastUseProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (lastUsedAt === null) return t('setup.keys.unused');
  return <span className={styles['named']}><span title={format.dateTime(lastUsedAt)}>{format.relative(lastUsedAt)}</span>{lastUsedAddress !== null && <span className={styles['from']}>{lastUsedAddress}</span>}</span>;
}

export function isOver(at: string | null): boolean {
  return at !== null && Date.parse(at) <= Date.now();
}
