import { useRouterState } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Ellipsis, StarOff } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton, Menu, ObjectGlyph, showToast, usePreferences } from '../../ui/index.js';
import { useNavigation } from '../navigation.js';
import { SidebarLink, SidebarSection } from '../SidebarParts.js';
import { useAddFavourite, useArrangeFavourites, useRemoveFavourite } from './favourite-queries.js';
import { isSameTarget, targetOf } from './favourite-target.js';
import { useFavouritePlaces, type FavouritePlace } from './use-favourite-places.js';
import styles from './Favourites.module.css';

/** What somebody keeps at hand. On a favourite, Alt with the arrows moves it and Delete takes it away, as its menu does. */
export function FavouritesSection() {
  const { t } = useTranslation();
  const { isSidebarCollapsed } = usePreferences();
  const places = useFavouritePlaces();
  const { mutate: arrange } = useArrangeFavourites();
  const { mutate: remove } = useRemoveFavourite();
  const { mutate: add } = useAddFavourite();
  const { allItems } = useNavigation();
  const { pathname, search } = useRouterState({ select: ({ location }) => location });
  const target = targetOf(pathname, search as Readonly<Record<string, unknown>>, new Set(allItems.map(({ name }) => name)));
  const section = useRef<HTMLDivElement>(null);
  const moved = useRef<string | null>(null);
  const [said, setSaid] = useState('');
  // What moves among its neighbours would lose the focus on the way.
  useEffect(() => {
    const index = places.findIndex(({ id }) => id === moved.current);
    if (index >= 0) section.current?.querySelectorAll<HTMLElement>('li > a')[index]?.focus();
    moved.current = null;
  }, [places]);
  if (places.length === 0) return null;

  const onError = (failure: Error) => showToast({ tone: 'danger', message: failure.message });
  const focus = (index: number) => section.current?.querySelectorAll<HTMLElement>('li > a')[index]?.focus();
  const move = ({ id, label }: FavouritePlace, step: 1 | -1) => {
    const ids = places.map((place) => place.id);
    const from = ids.indexOf(id);
    const to = from + step;
    if (to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    arrange(ids, { onError });
    setSaid(t('favourites.moved', { name: label, place: to + 1, count: ids.length }));
    moved.current = id;
  };
  const takeAway = ({ id, label, favourite }: FavouritePlace) => {
    const ids = places.map((place) => place.id);
    const restore = () => add(favourite, { onError, onSuccess: (again) => arrange(ids.map((one) => (one === id ? again.id : one)), { onError }) });
    remove(id, { onError, onSuccess: () => showToast({ message: t('favourites.removed', { name: label }), onUndo: restore }) });
    // The one that has the focus next is already there.
    const from = ids.indexOf(id);
    focus(from + 1 < ids.length ? from + 1 : from - 1);
  };
  const act = (event: KeyboardEvent, place: FavouritePlace) => {
    const step = event.altKey && event.key === 'ArrowUp' ? -1 : event.altKey && event.key === 'ArrowDown' ? 1 : undefined;
    if (step === undefined && event.key !== 'Delete') return;
    event.preventDefault();
    event.stopPropagation();
    if (step === undefined) takeAway(place);
    else move(place, step);
  };
  return (
    <div ref={section}>
      <SidebarSection title={t('favourites.title')}>
        {places.map((place, index) => (
          <SidebarLink key={place.id} href={place.href} label={place.label} isCurrent={target !== undefined && isSameTarget(place.favourite, target)} onKeyDown={(event) => act(event, place)}
            {...(place.icon && { icon: place.icon })} {...(place.item && { glyph: <ObjectGlyph icon={place.item.icon} hue={place.item.hue} name={place.item.name} /> })}
            {...(!isSidebarCollapsed && { beside: (
              <span className={styles['menu']}>
                <Menu label={t('favourites.actions', { name: place.label })} placement="bottom end" trigger={<IconButton size="small" icon={Ellipsis} label={t('favourites.actions', { name: place.label })} />} groups={[
                  { id: 'move', items: [
                    { id: 'up', label: t('favourites.up'), icon: ArrowUp, shortcut: 'alt+up', isDisabled: index === 0, onAction: () => move(place, -1) },
                    { id: 'down', label: t('favourites.down'), icon: ArrowDown, shortcut: 'alt+down', isDisabled: index === places.length - 1, onAction: () => move(place, 1) },
                  ] },
                  { id: 'remove', items: [{ id: 'remove', label: t('favourites.remove'), icon: StarOff, onAction: () => takeAway(place) }] },
                ]} />
              </span>
            ) })} />
        ))}
      </SidebarSection>
      <span role="status" className={styles['said']}>{said}</span>
    </div>
  );
}
