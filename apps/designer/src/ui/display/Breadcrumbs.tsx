import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Breadcrumb, Breadcrumbs as AriaBreadcrumbs, Link } from 'react-aria-components';
import styles from './Breadcrumbs.module.css';

export interface Crumb {
  readonly label: string;
  readonly href?: string;
}

/** At most three levels are shown; the last one is where we are. */
export function Breadcrumbs({ items }: { readonly items: readonly Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('ui.breadcrumbs')}>
      <AriaBreadcrumbs className={styles['list'] ?? ''}>
        {items.slice(-3).map(({ label, href }, index, shown) => (
          <Breadcrumb key={`${index}-${label}`} className={styles['crumb'] ?? ''}>
            <Link className={styles['link'] ?? ''} {...(href !== undefined && index < shown.length - 1 && { href })}>{label}</Link>
            {index < shown.length - 1 && <ChevronRight size={13} aria-hidden className={styles['separator']} />}
          </Breadcrumb>
        ))}
      </AriaBreadcrumbs>
    </nav>
  );
}
