import { useTranslation } from 'react-i18next';
import { RadioGroup } from '../../ui/index.js';
import type { ImportState } from './import-queries.js';
import { ImportFigures } from './ImportFigures.js';
import type { WizardState } from './wizard-state.js';
import styles from './Import.module.css';

interface SummaryStepProps {
  readonly checked: ImportState;
  readonly state: WizardState;
  readonly onChange: (change: Partial<WizardState>) => void;
}

/** What the import will do, and whether workflows hear of it: the last look before anything is written. */
export function SummaryStep({ checked, state, onChange }: SummaryStepProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['stack']}>
      <p className={styles['muted']}>{t('importing.summary.body')}</p>
      {checked.expected && <ImportFigures counts={checked.expected} isExpected />}
      <RadioGroup label={t('importing.automations.label')} value={state.automations} onChange={(value) => onChange({ automations: value as WizardState['automations'] })}
        choices={(['RUN', 'SUPPRESS', 'ONE_EVENT'] as const).map((value) => ({ value, label: t(`importing.automations.${value}`), description: t(`importing.automations.${value}_help`) }))} />
    </div>
  );
}
