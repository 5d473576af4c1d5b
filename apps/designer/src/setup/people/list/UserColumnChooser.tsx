import { Columns3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, IconButton, Popover } from '../../../ui/index.js';
import { userColumnNames, type UserColumnName } from './user-list.js';
import styles from './UserList.module.css';

interface UserColumnChooserProps {
  readonly headers: Readonly<Record<UserColumnName, string>>;
  readonly shown: readonly UserColumnName[];
  readonly onToggle: (name: UserColumnName) => void;
  readonly onReset: () => void;
}

/** Which columns the list shows; their order and width are changed at their heads. */
export function UserColumnChooser({ headers, shown, onToggle, onReset }: UserColumnChooserProps) {
  const { t } = useTranslation();
  return (
    <Popover label={t('workspace.list.columns')} placement="bottom end" trigger={<IconButton icon={Columns3} label={t('workspace.list.columns')} />}>
      <div className={styles['chooser']}>
        {userColumnNames.filter((name) => name !== 'name').map((name) => <Checkbox key={name} isSelected={shown.includes(name)} onChange={() => onToggle(name)}>{headers[name]}</Checkbox>)}
        <Button variant="quiet" size="small" onPress={onReset}>{t('identity.users.resetColumns')}</Button>
      </div>
    </Popover>
  );
}
