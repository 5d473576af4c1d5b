import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { ComboBox, IconButton, Select } from '../../ui/index.js';
import { partyIcons, partyText, usePartyChoices } from '../share/use-party-choices.js';
import type { ViewParty } from './saved-views.js';
import styles from './ViewDialog.module.css';

interface ViewAudienceProps {
  readonly audience: readonly ViewParty[];
  /** Everybody sees the view: who is named here may change it. */
  readonly isForAll: boolean;
  readonly onChange: (audience: readonly ViewParty[]) => void;
}

/** The people, teams and roles that a view is shown to. */
export function ViewAudience({ audience, isForAll, onChange }: ViewAudienceProps) {
  const { t } = useTranslation();
  const choices = usePartyChoices(useSession().user.id);
  const add = (value: string | null) => {
    const found = choices.find((choice) => choice.value === value);
    if (found) onChange([...audience, { with: { ...found.key, name: found.label }, mayEdit: isForAll }]);
  };
  return (
    <>
      <ComboBox label={t(isForAll ? 'lists.view.editors' : 'lists.view.parties')} placeholder={t('sharing.record.withPlaceholder')} value={null} onChange={add}
        choices={choices.filter(({ value }) => !audience.some((party) => partyText(party.with) === value))} />
      {audience.length > 0 && (
        <ul className={styles['parties']}>
          {audience.map((party) => {
            const { with: key, mayEdit } = party;
            const Icon = partyIcons[key.kind];
            return (
              <li key={partyText(key)} className={styles['party']}>
                <Icon size={15} aria-hidden className={styles['sign']} />
                <span className={styles['name']}>{key.name}</span>
                {!isForAll && (
                  <Select label={t('lists.view.right', { name: key.name })} hideLabel value={mayEdit ? 'edit' : 'see'} choices={[{ value: 'see', label: t('lists.view.maySee') }, { value: 'edit', label: t('lists.view.mayEdit') }]}
                    onChange={(value) => onChange(audience.map((one) => (one === party ? { ...one, mayEdit: value === 'edit' } : one)))} />
                )}
                <IconButton size="small" icon={X} label={t('sharing.grantee.take', { name: key.name })} onPress={() => onChange(audience.filter((one) => one !== party))} />
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
