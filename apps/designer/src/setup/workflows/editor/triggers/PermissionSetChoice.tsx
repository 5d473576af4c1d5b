import { translate } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../../ui/index.js';
import { draftedDocuments, isKind } from '../../../documents/setup-queries.js';
import styles from './Triggers.module.css';

interface PermissionSetChoiceProps {
  /** Names of permission sets; none means everybody. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Whose button it is. Sets that are named and do not exist any more can still be taken out. */
export function PermissionSetChoice({ chosen, onChange }: PermissionSetChoiceProps) {
  const { t, i18n } = useTranslation();
  const { data = [] } = useQuery(draftedDocuments);
  const known = data.filter(isKind('permissions')).filter(({ state }) => state !== 'REMOVED').map(({ name, document }) => ({ name, label: translate(document.title, document.titles, i18n.language) }));
  const choices = [...known, ...chosen.filter((name) => !known.some((one) => one.name === name)).map((name) => ({ name, label: name }))];
  if (choices.length === 0) return null;
  return (
    <fieldset className={styles['choices']}>
      <legend>{t('flow.trigger.buttonFor')}</legend>
      {choices.map(({ name, label }) => (
        <Checkbox key={name} isSelected={chosen.includes(name)} onChange={(isOn) => onChange(isOn ? [...chosen, name] : chosen.filter((one) => one !== name))}>{label}</Checkbox>
      ))}
      <p>{t('flow.trigger.buttonForHelp')}</p>
    </fieldset>
  );
}
