import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import type { FieldProps } from './Field.js';
import { RecordField } from './RecordField.js';
import styles from './RecordListField.module.css';

export interface RecordListFieldProps extends FieldProps {
  /** API name of the object whose records are listed. */
  readonly object: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly onBlur?: () => void;
  /** Names of the records, by id, as far as they are known. */
  readonly displayNames?: Readonly<Record<string, string>>;
}

/** Records that are found one after the other; each can be taken out again. */
export function RecordListField({ value, onChange, displayNames, ...field }: RecordListFieldProps) {
  const { t } = useTranslation();
  const [foundNames, setFoundNames] = useState<Readonly<Record<string, string>>>({});
  const nameOf = (id: string) => foundNames[id] ?? displayNames?.[id] ?? id;
  const isFixed = (field.isDisabled ?? false) || (field.isReadOnly ?? false);
  return (
    <div className={styles['list']}>
      <RecordField key={value.length} {...field} value={null} onFind={({ id, name }) => setFoundNames({ ...foundNames, [id]: name })}
        onChange={(id) => { if (id !== null && !value.includes(id)) onChange([...value, id]); }} />
      {value.length > 0 && (
        <TagGroup {...(!isFixed && { onRemove: (keys) => onChange(value.filter((id) => !keys.has(id))) })}>
          <Label className={styles['hidden'] ?? ''}>{field.label}</Label>
          <TagList className={styles['tags'] ?? ''}>
            {value.map((id) => (
              <Tag key={id} id={id} textValue={nameOf(id)} className={styles['tag'] ?? ''}>
                {nameOf(id)}
                {!isFixed && <Button slot="remove" aria-label={t('ui.remove')} className={styles['remove'] ?? ''}><X size={12} aria-hidden /></Button>}
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
    </div>
  );
}
