import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton, Select } from '../../ui/index.js';
import styles from './Views.module.css';

interface OrderedNamesProps {
  readonly label: string;
  readonly addLabel: string;
  readonly names: readonly string[];
  readonly offered: readonly { readonly name: string; readonly title: string }[];
  readonly onChange: (names: readonly string[]) => void;
  /** At least so many stay. */
  readonly least?: number;
}

/** Names in an order of their own: added from a list, moved and taken away by buttons. */
export function OrderedNames({ label, addLabel, names, offered, onChange, least = 0 }: OrderedNamesProps) {
  const { t } = useTranslation();
  const titleOf = (name: string): string => offered.find((one) => one.name === name)?.title ?? name;
  const move = (index: number, to: number) => {
    const name = names[index];
    if (name !== undefined) onChange(names.toSpliced(index, 1).toSpliced(to, 0, name));
  };
  const left = offered.filter(({ name }) => !names.includes(name));
  return (
    <div role="group" aria-label={label}>
      <div className={styles['groupTitle']}>{label}</div>
      <div className={styles['columns']}>
        {names.map((name, index) => (
          <div key={name} className={styles['column']}>
            <span className={styles['words']}>{titleOf(name)}</span>
            <IconButton size="small" icon={ArrowUp} label={t('interface.earlier', { name: titleOf(name) })} isDisabled={index === 0} onPress={() => move(index, index - 1)} />
            <IconButton size="small" icon={ArrowDown} label={t('interface.later', { name: titleOf(name) })} isDisabled={index === names.length - 1} onPress={() => move(index, index + 1)} />
            <IconButton size="small" icon={X} label={t('interface.take', { name: titleOf(name) })} isDisabled={names.length <= least} onPress={() => onChange(names.toSpliced(index, 1))} />
          </div>
        ))}
      </div>
      {left.length > 0 && <Select label={addLabel} hideLabel value={null} placeholder={addLabel} choices={left.map(({ name, title }) => ({ value: name, label: title }))} onChange={(name) => { if (name) onChange([...names, name]); }} />}
    </div>
  );
}
