import { LayoutGrid, List } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/index.js';
import styles from './Files.module.css';

export type FilesView = 'list' | 'grid';

const storageKey = 'guanxi.files-view';

/** Lines or tiles, as chosen last on this device. */
export function useFilesView(): readonly [FilesView, (view: FilesView) => void] {
  const [view, setView] = useState<FilesView>(readView);
  const choose = (next: FilesView) => {
    setView(next);
    try {
      localStorage.setItem(storageKey, next);
    } catch {
      // Without storage it is lines again the next time.
    }
  };
  return [view, choose];
}

export function ViewChoice({ view, onChange }: { readonly view: FilesView; readonly onChange: (view: FilesView) => void }) {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t('files.view')} className={styles['views']}>
      <IconButton size="small" icon={List} label={t('files.asList')} isActive={view === 'list'} aria-pressed={view === 'list'} onPress={() => onChange('list')} />
      <IconButton size="small" icon={LayoutGrid} label={t('files.asGrid')} isActive={view === 'grid'} aria-pressed={view === 'grid'} onPress={() => onChange('grid')} />
    </div>
  );
}

function readView(): FilesView {
  try {
    return localStorage.getItem(storageKey) === 'grid' ? 'grid' : 'list';
  } catch {
    return 'list';
  }
}
