import type { TerritoryPart } from '@guanxi/metadata';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Field, IconButton, Select } from '../../ui/index.js';
import { useDraftedObjects } from '../documents/drafted-objects.js';
import { FormulaField } from '../formula/FormulaField.js';
import { recordScope } from '../formula/record-scope.js';
import styles from './Queues.module.css';

interface TerritoryListProps {
  readonly territory: readonly TerritoryPart[];
  readonly error?: string | undefined;
  readonly onChange: (territory: readonly TerritoryPart[]) => void;
}

/** Which records belong to a queue, object by object. */
export function TerritoryList({ territory, error, onChange }: TerritoryListProps) {
  const { t } = useTranslation();
  const objects = useDraftedObjects();
  const choices = objects.filter(({ platform }) => !platform).map(({ name, label }) => ({ value: name, label }));
  return (
    <Field label={t('people.queues.territory')} help={t('people.queues.territoryHelp')} {...(error !== undefined && { error })}>
      <div className={styles['stack']}>
        {territory.map((part, index) => (
          // The order is all that tells two parts apart.
          <div key={index} className={styles['part']}>
            <div className={styles['partHead']}>
              <Select label={t('people.queues.object')} value={part.object} choices={choices} onChange={(object) => onChange(territory.with(index, { object: object ?? part.object }))} />
              <IconButton size="small" icon={Trash2} label={t('people.queues.removePart')} onPress={() => onChange(territory.toSpliced(index, 1))} />
            </div>
            <FormulaField label={t('people.queues.when')} expected="boolean" value={part.when ?? ''} scope={recordScope(objects, part.object, { isUnattended: true })} onChange={(when) => onChange(territory.with(index, { ...part, when }))} />
          </div>
        ))}
        <span><Button size="small" icon={Plus} isDisabled={choices.length === 0} onPress={() => onChange([...territory, { object: choices[0]?.value ?? '' }])}>{t('people.queues.addPart')}</Button></span>
      </div>
    </Field>
  );
}
