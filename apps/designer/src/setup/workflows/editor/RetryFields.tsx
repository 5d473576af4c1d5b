import type { StepRetry } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../ui/index.js';
import styles from './Inspector.module.css';

interface RetryFieldsProps {
  readonly retry: StepRetry | undefined;
  /** Undefined where the kind of failure is to decide. */
  readonly onChange: (retry: StepRetry | undefined) => void;
}

/** How often a step that failed is tried again by itself, and after how long. */
export function RetryFields({ retry, onChange }: RetryFieldsProps) {
  const { t } = useTranslation();
  const set = (name: keyof StepRetry, value: number | null) => {
    const { [name]: _before, ...rest } = retry ?? {};
    const next = value === null ? rest : { ...rest, [name]: value };
    onChange(Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <div className={styles['pair']}>
      <NumberField label={t('automation.retry.tries')} help={t('automation.retry.triesHelp')} value={retry?.tries ?? null} min={0} max={20} placeholder={t('automation.retry.usual')} onChange={(tries) => set('tries', tries)} />
      <NumberField label={t('automation.retry.seconds')} help={t('automation.retry.secondsHelp')} value={retry?.seconds ?? null} min={1} max={86_400} unit={t('automation.retry.unit')} placeholder={t('automation.retry.usual')} isDisabled={retry?.tries === 0} onChange={(seconds) => set('seconds', seconds)} />
    </div>
  );
}
