import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, classNames, PlainButton } from '../../../ui/index.js';
import styles from './Flow.module.css';

export interface FlowCardProps {
  readonly icon: LucideIcon;
  readonly hue: 'trigger' | 'condition' | 'step';
  /** What kind of card it is: "When", "Only if", "Step 1". */
  readonly kind: string;
  readonly title: string;
  readonly details?: ReactNode;
  readonly problemCount: number;
  readonly isSelected: boolean;
  readonly id: string;
  readonly onPress: () => void;
}

/** One card of the flow; opening it shows its settings beside the flow. */
export function FlowCard({ icon: Icon, hue, kind, title, details, problemCount, isSelected, id, onPress }: FlowCardProps) {
  const { t } = useTranslation();
  return (
    <PlainButton id={id} aria-pressed={isSelected}
      className={classNames(styles['card'], isSelected && styles['selected'], problemCount > 0 && styles['faulty'])} onPress={onPress}>
      <span className={classNames(styles['sign'], styles[hue])}><Icon size={16} aria-hidden /></span>
      <span className={styles['words']}>
        <span className={styles['kind']}>{kind}</span>
        <span className={styles['title']}>{title}</span>
        {details && <span className={styles['details']}>{details}</span>}
      </span>
      {problemCount > 0 && <Badge tone="danger">{t('automation.flow.problems', { count: problemCount })}</Badge>}
    </PlainButton>
  );
}
