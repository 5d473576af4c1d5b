import type { ObjectDocument } from '@guanxi/metadata';
import { Eye, Lock, SquareAsterisk, Trash2, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../ui/index.js';
import { ConditionEditor } from '../../form/ConditionEditor.js';
import { conditions, type Condition, type FieldDraft } from './field-draft.js';
import styles from './Field.module.css';

interface ConditionsSectionProps {
  readonly field: FieldDraft;
  readonly onChange: (changes: Partial<FieldDraft>) => void;
  readonly object: ObjectDocument;
  readonly errors: Readonly<Record<string, string | undefined>>;
  /** Nobody fills it in, so that it can only be shown or not. */
  readonly isDerived: boolean;
}

const icons: Readonly<Record<Condition, LucideIcon>> = { requiredWhen: SquareAsterisk, readOnlyWhen: Lock, visibleWhen: Eye };

/** When the field is required, locked or shown. The server enforces the first two whatever a page shows. */
export function ConditionsSection({ field, onChange, object, errors, isDerived }: ConditionsSectionProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<readonly Condition[]>(() => conditions.filter((name) => field[name] !== ''));
  const offered = conditions.filter((name) => !isDerived || name === 'visibleWhen');
  const close = (name: Condition) => {
    setOpened((before) => before.filter((one) => one !== name));
    onChange({ [name]: '' });
  };
  return (
    <section className={styles['conditions']} aria-label={t('model.field.conditions')}>
      <h3 className={styles['sectionTitle']}>{t('model.field.conditions')}</h3>
      {offered.filter((name) => opened.includes(name)).map((name) => (
        <div key={name} className={styles['condition']}>
          <div className={styles['conditionHead']}>
            <span className={styles['conditionName']}>{t(`model.field.condition.${name}`)}</span>
            <IconButton size="small" icon={Trash2} label={t('model.field.removeCondition', { name: t(`model.field.condition.${name}`) })} onPress={() => close(name)} />
          </div>
          <ConditionEditor label={t(`model.field.condition.${name}`)} object={object.name} formula={field[name]} onChange={(formula) => onChange({ [name]: formula })} error={errors[name]} noneText={t('model.condition.none.field')} />
        </div>
      ))}
      <div className={styles['conditionAdders']}>
        {offered.filter((name) => !opened.includes(name)).map((name) => (
          <Button key={name} size="small" variant="quiet" icon={icons[name]} onPress={() => setOpened((before) => [...before, name])}>{t(`model.field.condition.${name}`)}</Button>
        ))}
      </div>
    </section>
  );
}
