import { useRouterState } from '@tanstack/react-router';
import { Star } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { IconButton, showToast, useShortcut } from '../../ui/index.js';
import { useCommands } from '../commands/command-registry.js';
import { useNavigation } from '../navigation.js';
import { useCurrentPage } from '../page.js';
import { useAddFavourite, useFavourites, useRemoveFavourite } from './favourite-queries.js';
import { isSameTarget, targetOf } from './favourite-target.js';
import { pageAt } from './use-favourite-places.js';
import styles from './Favourites.module.css';

/** Keeps at hand what is open, or no longer. Draws nothing where there is nothing to come back to. */
export function FavouriteButton() {
  const { t } = useTranslation();
  const { setupAreas } = useSession();
  const { title } = useCurrentPage();
  const { allItems } = useNavigation();
  const favourites = useFavourites();
  const { mutate: add } = useAddFavourite();
  const { mutate: remove } = useRemoveFavourite();
  const { pathname, search } = useRouterState({ select: ({ location }) => location });
  const names = useMemo(() => new Set(allItems.map(({ name }) => name)), [allItems]);
  const found = targetOf(pathname, search as Readonly<Record<string, unknown>>, names);
  const target = found && (found.path === null || pageAt(found.path, t, setupAreas)) ? found : undefined;
  const kept = target && favourites.find((favourite) => isSameTarget(favourite, target));
  const label = t(kept ? 'favourites.remove' : 'favourites.add');
  const turn = () => {
    const onError = (failure: Error) => showToast({ tone: 'danger', message: failure.message });
    if (kept) remove(kept.id, { onError, onSuccess: () => showToast({ message: t('favourites.removed', { name: title }), onUndo: () => add(kept, { onError }) }) });
    else if (target) add(target, { onError, onSuccess: () => showToast({ isBrief: true, message: t('favourites.added', { name: title }) }) });
  };
  useShortcut({ keys: 'shift+f', label, section: t('shell.shortcuts.general'), isDisabled: !target, run: turn });
  const isThere = target !== undefined;
  useCommands(useMemo(() => (isThere ? [{ id: 'favourite', label, section: t('shell.commands.here'), icon: Star, shortcut: 'shift+f', run: () => document.querySelector<HTMLElement>('[data-favourite] button')?.click() }] : []), [isThere, label, t]));
  if (!target) return null;
  return <span data-favourite className={kept && styles['kept']}><IconButton icon={Star} label={label} shortcut="shift+f" aria-pressed={kept !== undefined} onPress={turn} /></span>;
}
