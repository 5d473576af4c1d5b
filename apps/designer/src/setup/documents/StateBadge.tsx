import { useTranslation } from 'react-i18next';
import { Badge, type BadgeTone } from '../../ui/index.js';
import type { DocumentState } from './document-types.js';
import styles from './StateBadge.module.css';

const tones: Readonly<Record<Exclude<DocumentState, 'PUBLISHED'>, BadgeTone>> = { CREATED: 'info', CHANGED: 'warning', REMOVED: 'danger' };

/** What the draft does to a document or a field. */
export function StateBadge({ state }: { readonly state: DocumentState }) {
  const { t } = useTranslation();
  if (state === 'PUBLISHED') return <span className={styles['quiet']}>{t('setup.state.PUBLISHED')}</span>;
  return <Badge tone={tones[state]} hasDot>{t(`setup.state.${state}`)}</Badge>;
}
