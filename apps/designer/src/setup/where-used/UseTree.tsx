import { ChevronRight } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, classNames, CountBadge, TextLink } from '../../ui/index.js';
import { addressOf, type UseArea, type UsingDocument } from './group-uses.js';
import styles from './WhereUsed.module.css';

/** Areas, their documents, the places in them. Arrow keys walk it as they walk any tree; Enter follows a link. */
export function UseTree({ areas }: { readonly areas: readonly UseArea[] }) {
  const { t, i18n } = useTranslation();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState(`area:${areas[0]?.area}`);
  const toggle = (area: string, isOpen: boolean) => setClosed((before) => new Set(isOpen ? [...before].filter((one) => one !== area) : [...before, area]));
  const areaTitle = (area: string) => (i18n.exists(`model.usage.area.${area}`) ? t(`model.usage.area.${area}`) : i18n.exists(`setup.documentKind.${area}`) ? t(`setup.documentKind.${area}`) : area);

  const walk = (event: KeyboardEvent<HTMLUListElement>) => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')];
    const item = (event.target as HTMLElement).closest<HTMLElement>('[role="treeitem"]');
    if (!item) return;
    const area = item.dataset['area'];
    const index = items.indexOf(item);
    const parent = items.slice(0, index).reverse().find((one) => one.dataset['area'] !== undefined);
    const next = event.key === 'ArrowDown' ? items[index + 1] : event.key === 'ArrowUp' ? items[index - 1] : event.key === 'Home' ? items[0] : event.key === 'End' ? items.at(-1)
      : event.key === 'ArrowLeft' && area === undefined ? parent : undefined;
    if (area !== undefined && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) toggle(area, event.key === 'ArrowRight');
    else if (event.key === 'Enter' && area === undefined) item.querySelector('a')?.click();
    else if (event.key === 'Enter' && area !== undefined) toggle(area, closed.has(area));
    else if (next) next.focus();
    else return;
    event.preventDefault();
  };
  return (
    <ul role="tree" aria-label={t('model.usage.tree')} className={styles['tree']} onKeyDown={walk}>
      {areas.map(({ area, documents, count }) => {
        const isOpen = !closed.has(area);
        return (
          <li key={area} role="treeitem" aria-expanded={isOpen} data-area={area} tabIndex={active === `area:${area}` ? 0 : -1} className={styles['area']} onFocus={(event) => { if (event.target === event.currentTarget) setActive(`area:${area}`); }}>
            <span className={styles['areaHead']} onClick={() => toggle(area, !isOpen)}>
              <ChevronRight size={14} aria-hidden className={classNames(styles['arrow'], isOpen && styles['opened'])} />{areaTitle(area)}<CountBadge count={count} />
            </span>
            {isOpen && (
              <ul role="group">
                {documents.map((one) => <DocumentItem key={`${one.kind}:${one.name}`} document={one} isActive={active === `${one.kind}:${one.name}`} onFocus={() => setActive(`${one.kind}:${one.name}`)} />)}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function DocumentItem({ document, isActive, onFocus }: { readonly document: UsingDocument; readonly isActive: boolean; readonly onFocus: () => void }) {
  const { t, i18n } = useTranslation();
  const { kind, title, places } = document;
  const address = addressOf(document);
  const kindKey = `setup.documentKind.${kind}`;
  return (
    <li role="treeitem" tabIndex={isActive ? 0 : -1} className={styles['document']} onFocus={onFocus}>
      <span className={styles['documentHead']}>
        {kind !== 'api' && <Badge>{i18n.exists(kindKey) ? t(kindKey) : kind}</Badge>}
        {address === null ? title : <TextLink isPlain href={address}>{title}</TextLink>}
      </span>
      {kind !== 'api' && <span className={styles['places']}>{places.join(' · ')}</span>}
    </li>
  );
}
