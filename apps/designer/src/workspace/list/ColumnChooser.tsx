import type { ObjectDescription } from '@guanxi/metadata';
import { Columns3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, Popover } from '../../ui/index.js';
import { keepColumns } from './kept-columns.js';
import styles from './ListPage.module.css';

interface ColumnChooserProps {
  readonly object: ObjectDescription;
  readonly viewName: string;
  readonly shown: readonly string[];
  readonly onChange: () => void;
}

/** Which fields a list shows; the choice stays on this device, for this view. */
export function ColumnChooser({ object, viewName, shown, onChange }: ColumnChooserProps) {
  const { t } = useTranslation();
  const choose = (names: readonly string[] | null) => {
    keepColumns(object.name, viewName, names);
    onChange();
  };
  const offered = object.fields.filter(({ name }) => name !== object.nameField && name !== 'version');
  return (
    <Popover label={t('workspace.list.columns')} placement="bottom end" trigger={<Button variant="quiet" size="small" icon={Columns3}>{t('workspace.list.columns')}</Button>}>
      <div className={styles['chooser']}>
        {offered.map(({ name, label }) => (
          <Checkbox key={name} isSelected={shown.includes(name)} onChange={(isShown) => choose(isShown ? [...shown, name] : shown.filter((other) => other !== name))}>{label}</Checkbox>
        ))}
        <Button variant="quiet" size="small" onPress={() => choose(null)}>{t('workspace.list.resetColumns')}</Button>
      </div>
    </Popover>
  );
}
