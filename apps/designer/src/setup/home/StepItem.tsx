import { Check, ChevronRight, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames, TextLink } from '../../ui/index.js';
import type { StepId } from './use-setup-progress.js';
import styles from './Home.module.css';

interface StepItemProps { readonly id: StepId; readonly icon: LucideIcon; readonly href: string; readonly isDone: boolean }

export function StepItem({ id, icon: Icon, href, isDone }: StepItemProps) {
  const { t } = useTranslation();
  return (
    <li className={classNames(styles['step'], isDone && styles['done'])}>
      <span className={styles['stepIcon']}>{isDone ? <Check size={15} role="img" aria-label={t('setup.home.stepDone')} /> : <Icon size={15} aria-hidden />}</span>
      <span className={styles['stepWords']}>
        <TextLink isPlain href={href}><span className={styles['stepTitle']}>{t(`setup.home.step.${id}.title`)}</span></TextLink>
        <span className={styles['quiet']}>{t(`setup.home.step.${id}.body`)}</span>
      </span>
      <ChevronRight size={14} aria-hidden className={styles['chevron']} />
    </li>
  );
}
