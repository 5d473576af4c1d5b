import type { TFunction } from 'i18next';
import { Bell, Download, House, ListChecks, Paperclip, Settings, ShieldCheck, Trash2, type LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, useWorkspaceQuery } from '../../api/index.js';
import { useSavedViews } from '../../workspace/list/saved-views.js';
import { useNavigation, type NavigationItem } from '../navigation.js';
import { sectionsFor } from '../setup-sections.js';
import { useFavourites, type Favourite } from './favourite-queries.js';
import { hrefOf } from './favourite-target.js';

/** A favourite as it is drawn. */
export interface FavouritePlace {
  readonly id: string;
  readonly favourite: Favourite;
  readonly href: string;
  readonly label: string;
  /** The object whose glyph it carries; pages have an icon. */
  readonly item?: NavigationItem;
  readonly icon?: LucideIcon;
}

/** One's favourites with their names in one's language; what one may not open is left out. */
export function useFavouritePlaces(): readonly FavouritePlace[] {
  const { t } = useTranslation();
  const { setupAreas } = useSession();
  const { allItems } = useNavigation();
  const { data: workspace } = useWorkspaceQuery();
  const favourites = useFavourites();
  const saved = useSavedViews();
  return useMemo(() => favourites.flatMap((favourite): FavouritePlace[] => {
    const { id, kind, object, recordName, view, path } = favourite;
    const place = { id, favourite, href: hrefOf(favourite) };
    if (kind === 'PAGE') {
      const page = pageAt(path ?? '', t, setupAreas);
      return page ? [{ ...place, ...page }] : [];
    }
    const item = allItems.find(({ name }) => name === object);
    if (!item) return [];
    if (kind === 'RECORD') return [{ ...place, item, label: recordName === null || recordName === '' ? item.singularLabel : recordName }];
    const title = workspace?.objects.find(({ name }) => name === object)?.views.find(({ name }) => name === view)?.title ?? saved.find((one) => one.id === view)?.title;
    return [{ ...place, item, label: title === undefined ? item.label : t('favourites.view', { objects: item.label, view: title }) }];
  }), [favourites, allItems, workspace, saved, setupAreas, t]);
}

const workspacePages: Readonly<Record<string, readonly [label: string, icon: LucideIcon]>> = {
  '/app/home': ['shell.home', House], '/app/tasks': ['shell.tasks', ListChecks], '/app/approvals': ['people.title', ShieldCheck], '/app/notifications': ['shell.notifications', Bell],
  '/app/files': ['shell.files', Paperclip], '/app/bin': ['shell.bin', Trash2], '/app/exports': ['exporting.own', Download], '/app/preferences': ['factors.preferences', Settings],
};

/** The name of a page, and of what is open on it; undefined for one that is not there for this person. */
export function pageAt(path: string, t: TFunction, areas: Parameters<typeof sectionsFor>[0]): { readonly label: string; readonly icon: LucideIcon } | undefined {
  const known = workspacePages[path];
  if (known) return { label: t(known[0]), icon: known[1] };
  if (path === '/setup') return areas.length > 0 ? { label: t('shell.setup'), icon: Settings } : undefined;
  const page = sectionsFor(areas).flatMap(({ pages }) => pages).filter(({ href }) => path === href || path.startsWith(`${href}/`)).sort((left, right) => right.href.length - left.href.length)[0];
  if (!page) return undefined;
  const label = t(`shell.setupNav.${page.id}`);
  const inside = path.slice(page.href.length + 1).split('/').at(-1) ?? '';
  return inside === '' ? { label, icon: page.icon } : { label: t('favourites.view', { objects: label, view: inside }), icon: page.icon };
}
