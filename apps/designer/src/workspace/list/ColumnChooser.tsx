import type { ObjectDescription } from '@guanxi/metadata';
import { Columns3 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, IconButton, Popover, SearchField } from '../../ui/index.js';
import type { ListColumn } from './list-column.js';
import styles from './ListPage.module.css';

interface ColumnChooserProps {
  readonly object: ObjectDescription;
  readonly columns: readonly ListColumn[];
  readonly onChange: (columns: readonly ListColumn[] | null) => void;
}

/** Which fields a list shows. Their order, width and place are changed at their heads. */
export function ColumnChooser({ object, columns, onChange }: ColumnChooserProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const isShown = (name: string) => columns.some((column) => column.name === name);
  const offered = object.fields.filter(({ name, label }) => name !== object.nameField && name !== 'version' && label.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()));
  const toggle = (name: string) => onChange(isShown(name) ? columns.filter((column) => column.name !== name) : [...columns, { name }]);
  return (
    <Popover label={t('workspace.list.columns')} placement="bottom end" trigger={<IconButton icon={Columns3} label={t('workspace.list.columns')} />}>
      <div className={styles['chooser']}>
        {object.fields.length > 12 && <SearchField label={t('lists.column.find')} placeholder={t('lists.column.find')} value={text} onChange={setText} />}
        <div className={styles['chosen']}>
          {offered.map(({ name, label }) => <Checkbox key={name} isSelected={isShown(name)} onChange={() => toggle(name)}>{label}</Checkbox>)}
        </div>
        <Button variant="quiet" size="small" onPress={() => onChange(null)}>{t('workspace.list.resetColumns')}</Button>
      </div>
    </Popover>
  );
}
