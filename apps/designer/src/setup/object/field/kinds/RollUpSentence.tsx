import type { RollUpSettings } from '@guanxi/field-types';
import type { ObjectDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { useDraftedObjects } from '../../../documents/drafted-objects.js';
import { useConditionWords } from '../../../form/use-condition-words.js';
import styles from './Kinds.module.css';

interface RollUpSentenceProps {
  readonly settings: RollUpSettings;
  readonly child: ObjectDescription;
  readonly relationLabel: string;
}

/** "Sum of Amount over Orders where Status is Done": what the field will say, read aloud when it changes. */
export function RollUpSentence({ settings: { operation, value, filter, orderBy }, child, relationLabel }: RollUpSentenceProps) {
  const { t } = useTranslation();
  const tell = useConditionWords(useDraftedObjects());
  const labelOf = (name: string | undefined) => child.fields.find((field) => field.name === name)?.label ?? name ?? '…';
  const parts = {
    operation: t(`model.rollUp.operations.${operation}`), value: labelOf(value), objects: relationLabel, order: labelOf(orderBy),
    condition: filter ? tell(filter, child) : '',
  };
  const key = operation === 'count' ? 'count' : operation === 'first' || operation === 'last' ? 'ordered' : 'of';
  return (
    <p className={styles['sentence']} role="status">
      {t(`model.rollUp.sentence.${key}`, parts)}{filter ? t('model.rollUp.sentence.where', parts) : ''}
    </p>
  );
}
