import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { IconButton } from '../controls/IconButton.js';
import type { GridPages } from './use-grid-window.js';
import styles from './DataGrid.module.css';

interface GridPagerProps extends GridPages {
  /** Names the list for screen readers. */
  readonly label: string;
  readonly first: number;
  readonly last: number;
  readonly rowCount: number;
}

/** Leads through the pages of a list, where a person prefers pages to scrolling. */
export function GridPager({ label, first, last, rowCount, page, count, open }: GridPagerProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <nav className={styles['pager']} aria-label={t('ui.pages.of', { name: label })}>
      <span role="status">{t('ui.pages.rows', { from: number(first + 1), to: number(last + 1), total: number(rowCount) })}</span>
      <IconButton size="small" icon={ChevronLeft} label={t('ui.pages.previous')} isDisabled={page === 0} onPress={() => open(page - 1)} />
      <span>{t('ui.pages.page', { page: number(page + 1), count: number(count) })}</span>
      <IconButton size="small" icon={ChevronRight} label={t('ui.pages.next')} isDisabled={page === count - 1} onPress={() => open(page + 1)} />
    </nav>
  );
}
