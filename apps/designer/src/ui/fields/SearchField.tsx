import { Search, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Group, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { classNames } from '../class-names.js';
import styles from './Field.module.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: (value: string) => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

/** Text that narrows what is shown; Esc clears it. */
export function SearchField({ label, value, onChange, onSubmit, placeholder, autoFocus }: SearchFieldProps) {
  const { t } = useTranslation();
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className={styles['field'] ?? ''}
      {...(onSubmit && { onSubmit })} {...(autoFocus !== undefined && { autoFocus })}>
      <Group className={classNames(styles['control'], styles['inner'])}>
        <Search size={14} aria-hidden className={styles['icon']} />
        <Input placeholder={placeholder ?? label} className={styles['bare'] ?? ''} />
        {value !== '' && <Button className={styles['trigger'] ?? ''} aria-label={t('ui.clear')}><X size={14} aria-hidden /></Button>}
      </Group>
    </AriaSearchField>
  );
}
