import type { Grantee } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ComboBox, Field, IconButton } from '../../ui/index.js';
import { draftedDocuments } from '../documents/setup-queries.js';
import { granteeChoices, keyOf, readKey } from './grantees.js';
import styles from './Sharing.module.css';

interface GranteeListProps {
  readonly label: string;
  readonly help?: string;
  readonly value: readonly Grantee[];
  readonly error?: string | undefined;
  readonly onChange: (value: readonly Grantee[]) => void;
}

/** Roles, teams, queues and everybody, one after another. */
export function GranteeList({ label, help, value, error, onChange }: GranteeListProps) {
  const { t, i18n } = useTranslation();
  const { data: documents = [] } = useQuery(draftedDocuments);
  const choices = granteeChoices(documents, i18n.language, t);
  const keys = value.map(keyOf);
  return (
    <Field label={label} {...(help !== undefined && { help })} {...(error !== undefined && { error })}>
      <div className={styles['stack']}>
        {keys.length > 0 && (
          <ul className={styles['grantees']}>
            {keys.map((key) => {
              const known = choices.find((choice) => choice.value === key);
              return (
                <li key={key} className={styles['grantee']}>
                  <span className={styles['name']}>{known?.label ?? key}</span><span className={styles['quiet']}>{known?.description ?? t('sharing.grantee.gone')}</span>
                  <IconButton size="small" icon={X} label={t('sharing.grantee.take', { name: known?.label ?? key })} onPress={() => onChange(value.filter((one) => keyOf(one) !== key))} />
                </li>
              );
            })}
          </ul>
        )}
        <ComboBox label={t('sharing.grantee.add', { label })} hideLabel placeholder={t('sharing.grantee.placeholder')} value={null} choices={choices.filter((choice) => !keys.includes(choice.value))}
          onChange={(key) => { if (key !== null) onChange([...value, readKey(key)]); }} />
      </div>
    </Field>
  );
}
