import { translate, type ObjectDocument, type Translations } from '@guanxi/metadata';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ComboBox, IconButton } from '../../ui/index.js';
import { kindIcon } from './field/kind-icons.js';
import formStyles from '../form/Form.module.css';
import styles from './Object.module.css';

interface CompactFieldsProps {
  readonly object: ObjectDocument;
  readonly value: readonly string[];
  readonly onChange: (fields: readonly string[]) => void;
}

const most = 8;

/** The fields that head a record page and stand in a preview, in order. */
export function CompactFields({ object, value, onChange }: CompactFieldsProps) {
  const { t, i18n } = useTranslation();
  const titleOf = (name: string) => translate(object.properties[name]?.title ?? name, object.properties[name]?.guanxi['titles'] as Translations | undefined, i18n.language);
  const move = (index: number, step: 1 | -1) => {
    const next = [...value];
    const [moved] = next.splice(index, 1);
    if (moved === undefined) return;
    next.splice(index + step, 0, moved);
    onChange(next);
  };
  const offered = Object.keys(object.properties).filter((name) => !value.includes(name) && name !== object.guanxi.nameField);
  return (
    <div className={formStyles['picker']} role="group" aria-label={t('model.object.compact')}>
      <p className={formStyles['legend']}>{t('model.object.compact')}</p>
      {value.length > 0 && (
        <ol className={styles['compact']}>
          {value.map((name, index) => {
            const kind = object.properties[name]?.guanxi.type;
            const Icon = kind ? kindIcon(kind) : null;
            return (
              <li key={name} className={styles['cell']}>
                {Icon && <span className={styles['cellKind']}><Icon size={14} aria-hidden /></span>}
                <span className={styles['cellName']}>{titleOf(name)}</span>
                <IconButton size="small" icon={ArrowUp} label={t('model.object.moveUp', { name: titleOf(name) })} isDisabled={index === 0} onPress={() => move(index, -1)} />
                <IconButton size="small" icon={ArrowDown} label={t('model.object.moveDown', { name: titleOf(name) })} isDisabled={index === value.length - 1} onPress={() => move(index, 1)} />
                <IconButton size="small" icon={X} label={t('model.object.takeOut', { name: titleOf(name) })} onPress={() => onChange(value.filter((one) => one !== name))} />
              </li>
            );
          })}
        </ol>
      )}
      {value.length < most && (
        <ComboBox key={value.join()} label={t('model.object.addCompact')} hideLabel value={null} placeholder={t('model.object.addCompact')} onChange={(name) => { if (name !== null) onChange([...value, name]); }}
          choices={offered.map((name) => ({ value: name, label: titleOf(name) }))} help={t('model.object.compactHelp')} />
      )}
    </div>
  );
}
