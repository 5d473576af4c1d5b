import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import type { SavedView } from './saved-views.js';

type Shown = Pick<SavedView, 'isShared' | 'isMine' | 'ownerName' | 'audience'>;

/** Says who sees a saved view, as far as the person may know. */
export function useReachText(): (view: Shown) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ isShared, isMine, ownerName, audience }) => {
    if (isShared) return isMine || ownerName === null ? t('lists.view.reach.everybody') : t('lists.view.everybodyFrom', { name: ownerName });
    if (!isMine) return ownerName === null ? t('lists.view.toYou') : t('lists.view.toYouFrom', { name: ownerName });
    return audience.length === 0 ? t('lists.view.reach.me') : t('lists.view.shownTo', { names: format.list(audience.map(({ with: party }) => party.name)) });
  };
}
