import type { ObjectDescription } from '@guanxi/metadata';
import { Filter, Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CodeText, ObjectGlyph } from '../../../../ui/index.js';
import { actionIcon } from '../../editor/action-icons.js';
import { useTriggerText } from '../../trigger-texts.js';
import type { WorkflowStart } from '../workflow-templates.js';
import styles from './DescribedStart.module.css';

/** What was understood, as the canvas will show it. */
export function DescribedStart({ start, objects }: { readonly start: WorkflowStart; readonly objects: readonly ObjectDescription[] }) {
  const { t } = useTranslation();
  const trigger = useTriggerText(start);
  const object = objects.find(({ name }) => name === start.object);
  return (
    <section className={styles['start']} aria-live="polite" aria-label={t('starters.understood')}>
      <h3 className={styles['title']}>{t('starters.understood')}</h3>
      <ol className={styles['lines']}>
        <li className={styles['line']}><Zap size={15} aria-hidden className={styles['sign']} /><span className={styles['what']}>{t('automation.flow.when')}</span><span className={styles['words']}>{trigger}</span>{object && <ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="small" />}</li>
        {start.when !== undefined && <li className={styles['line']}><Filter size={15} aria-hidden className={styles['sign']} /><span className={styles['what']}>{t('automation.flow.onlyIf')}</span><CodeText>{start.when}</CodeText></li>}
        {start.steps.map((step, index) => {
          const Icon = actionIcon(step.action);
          return <li key={step.id} className={styles['line']}><Icon size={15} aria-hidden className={styles['sign']} /><span className={styles['what']}>{t('automation.flow.step', { number: index + 1 })}</span><span>{step.title}</span></li>;
        })}
      </ol>
      {start.steps.length === 0 && <p className={styles['note']}>{t('starters.noStep')}</p>}
    </section>
  );
}
