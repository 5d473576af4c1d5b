import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames, PlainButton } from '../../ui/index.js';
import { wizardSteps, type WizardStep } from './wizard-state.js';
import styles from './Import.module.css';

interface WizardProgressProps {
  readonly step: WizardStep;
  /** Once the import runs nothing before it can be changed. */
  readonly isLocked: boolean;
  readonly onGo: (step: WizardStep) => void;
}

/** Where in the import one is; steps that are done can be gone back to. */
export function WizardProgress({ step, isLocked, onGo }: WizardProgressProps) {
  const { t } = useTranslation();
  const current = wizardSteps.indexOf(step);
  return (
    <ol className={styles['progress']} aria-label={t('importing.steps')}>
      {wizardSteps.map((one, index) => {
        const isDone = index < current;
        const content = <><span className={styles['bullet']}>{isDone ? <Check size={13} aria-hidden /> : index + 1}</span>{t(`importing.step.${one}`)}</>;
        return (
          <li key={one} className={classNames(isDone && styles['past'], index === current && styles['now'])} {...(index === current && { 'aria-current': 'step' })}>
            {isDone && !isLocked ? <PlainButton className={styles['stepButton'] ?? ''} label={t(`importing.step.${one}`)} onPress={() => onGo(one)}>{content}</PlainButton> : <span className={styles['stepButton']}>{content}</span>}
          </li>
        );
      })}
    </ol>
  );
}
