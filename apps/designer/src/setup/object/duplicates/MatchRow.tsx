import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { ComboBox, IconButton, Select, type Choice } from '../../../ui/index.js';
import { usualThreshold, type MatchEntry } from './duplicate-draft.js';
import styles from './Duplicates.module.css';

interface MatchRowProps {
  readonly entry: MatchEntry;
  readonly number: number;
  readonly fields: readonly Choice[];
  readonly onChange: (entry: MatchEntry) => void;
  readonly onRemove?: () => void;
}

/** One field that both records have to agree in, and how nearly. */
export function MatchRow({ entry, number, fields, onChange, onRemove }: MatchRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { field, how, threshold = usualThreshold } = entry;
  return (
    <div className={styles['row']}>
      <ComboBox label={t('model.duplicates.fieldOf', { number })} hideLabel value={field || null} onChange={(next) => onChange({ ...entry, field: next ?? '' })} choices={fields} placeholder={t('model.duplicates.field')} />
      <Select label={t('model.duplicates.how', { number })} hideLabel value={how} onChange={(next) => onChange({ field, how: next === 'fuzzy' ? 'fuzzy' : 'exact' })}
        choices={[{ value: 'exact', label: t('model.duplicates.hows.exact') }, { value: 'fuzzy', label: t('model.duplicates.hows.fuzzy') }]} />
      {how === 'fuzzy' && (
        <Select label={t('model.duplicates.threshold', { number })} hideLabel value={String(threshold)} onChange={(next) => onChange({ ...entry, threshold: Number(next ?? usualThreshold) })}
          choices={[...new Set([0.5, 0.6, 0.7, 0.8, 0.9, threshold])].sort().map((value) => ({ value: String(value), label: t('model.duplicates.alike', { percent: format.number(Math.round(value * 100)) }) }))} />
      )}
      {onRemove && <IconButton size="small" icon={Trash2} label={t('model.duplicates.removeField', { number })} onPress={onRemove} />}
    </div>
  );
}
