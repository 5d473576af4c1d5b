import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, CodeText, Field, IconButton, TextField } from '../../../../ui/index.js';
import styles from '../Inspector.module.css';
import type { ControlProps } from '../InputControl.js';
import own from './NamedFormulas.module.css';

const NAME = /^[A-Za-z0-9-]{1,100}$/;

/** Names of headers whose values are kept elsewhere. */
export function HeaderNames({ field, name: key, input, problems, onChange }: ControlProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const names = Array.isArray(input[key]) ? input[key].map(String) : [];
  const isFree = NAME.test(name) && !names.some((known) => known.toLowerCase() === name.toLowerCase());
  const below = problems.map(({ message }) => message).join(' ');
  const add = () => {
    if (!isFree) return;
    onChange([...names, name]);
    setName('');
  };
  const remove = (gone: string) => {
    const left = names.filter((known) => known !== gone);
    onChange(left.length > 0 ? left : undefined);
  };
  return (
    <Field label={field.label} help={field.help} {...(below !== '' && { error: below })}>
      <ul className={styles['values']}>
        {names.map((known) => (
          <li key={known} className={own['header']}>
            <CodeText>{known}</CodeText>
            <IconButton size="small" icon={Trash2} label={t('automation.values.remove', { field: known })} onPress={() => remove(known)} />
          </li>
        ))}
      </ul>
      <div className={own['add']}>
        <TextField label={t('calls.headers.name')} value={name} maxLength={100} placeholder="Authorization" error={name !== '' && !isFree ? t('calls.headers.wrong') : null} onChange={setName} />
        <Button icon={Plus} isDisabled={!isFree} onPress={add}>{t('calls.headers.add')}</Button>
      </div>
    </Field>
  );
}
