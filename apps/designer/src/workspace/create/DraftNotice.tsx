import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, Notice } from '../../ui/index.js';
import styles from './CreateForm.module.css';

interface DraftNoticeProps {
  /** ISO instant. */
  readonly savedAt: string;
  readonly onRestore: () => void;
  readonly onDrop: () => void;
}

/** Offers what was typed before and never saved. */
export function DraftNotice({ savedAt, onRestore, onDrop }: DraftNoticeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles['draft']}>
      <Notice title={t('creating.draftFound', { when: format.relative(savedAt) })}
        actions={<><Button size="small" variant="quiet" onPress={onDrop}>{t('workspace.create.discard')}</Button><Button size="small" onPress={onRestore}>{t('creating.restore')}</Button></>} />
    </div>
  );
}
