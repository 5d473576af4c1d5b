import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ComboBox, IconButton, ObjectGlyph } from '../../../../ui/index.js';
import { draftedDocuments, isKind } from '../../../documents/setup-queries.js';
import { titleOf } from '../../../documents/use-object-title.js';
import styles from './Kinds.module.css';

interface TargetsEditorProps {
  readonly value: readonly string[];
  readonly onChange: (targets: readonly string[]) => void;
  readonly error?: string | undefined;
}

/** The objects that a lookup to any of several may point to. */
export function TargetsEditor({ value, onChange, error }: TargetsEditorProps) {
  const { t, i18n } = useTranslation();
  const { data = [] } = useQuery(draftedDocuments);
  const objects = data.filter(isKind('object')).filter(({ state }) => state !== 'REMOVED').map(({ document }) => document);
  return (
    <div className={styles['targets']}>
      <ComboBox key={value.join()} label={t('model.relation.targets')} isRequired={value.length === 0} value={null} error={error ?? null} placeholder={t('model.relation.addTarget')}
        onChange={(next) => { if (next !== null) onChange([...value, next]); }}
        choices={objects.filter(({ name }) => !value.includes(name)).map((one) => ({ value: one.name, label: titleOf(one, i18n.language), glyph: <ObjectGlyph size="small" name={one.name} icon={one.guanxi.icon} hue={one.guanxi.color ?? one.guanxi.id} /> }))} />
      {value.length > 0 && (
        <ul className={styles['chips']} aria-label={t('model.relation.targets')}>
          {value.map((name) => {
            const document = objects.find((one) => one.name === name);
            const title = document ? titleOf(document, i18n.language) : name;
            return (
              <li key={name} className={styles['chip']}>
                <ObjectGlyph size="small" name={name} icon={document?.guanxi.icon} hue={document?.guanxi.color ?? document?.guanxi.id} />{title}
                <IconButton size="small" icon={X} label={t('model.relation.removeTarget', { name: title })} onPress={() => onChange(value.filter((one) => one !== name))} />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
