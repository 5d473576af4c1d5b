import { useTranslation } from 'react-i18next';
import { Badge, type BadgeTone } from '../../ui/index.js';
import type { DocumentState } from './document-types.js';

const tones: Readonly<Record<DocumentState, BadgeTone>> = { PUBLISHED: 'neutral', CREATED: 'info', CHANGED: 'warning', REMOVED: 'danger' };

/** What the draft does to a document or a field. */
export function StateBadge({ state }: { readonly state: DocumentState }) {
  const { t } = useTranslation();
  return <Badge tone={tones[state]} hasDot={state !== 'PUBLISHED'}>{t(`setup.state.${state}`)}</Badge>;
}
