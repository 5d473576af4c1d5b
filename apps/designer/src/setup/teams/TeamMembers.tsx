import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar, Badge, ComboBox, Field, IconButton, showToast } from '../../ui/index.js';
import { placesOptions, useSetTeamMembers } from '../people/place/place-queries.js';
import styles from './Teams.module.css';

/** Who belongs to a published team; each change is saved at once and can be taken back. */
export function TeamMembers({ team }: { readonly team: string }) {
  const { t } = useTranslation();
  const { data: people = [] } = useQuery(placesOptions);
  const save = useSetTeamMembers();
  const members = people.filter(({ teams }) => teams.includes(team));
  const ids = members.map(({ id }) => id);
  const set = (next: readonly string[], message: string) => save.mutate({ team, members: next }, {
    onSuccess: () => showToast({ message, tone: 'success', onUndo: () => save.mutate({ team, members: ids }) }),
    onError: (failure) => showToast({ message: failure.message, tone: 'danger' }),
  });
  return (
    <Field label={t('sharing.teams.members')} help={t('sharing.teams.membersHelp')}>
      <div className={styles['stack']}>
        {members.length > 0 && (
          <ul className={styles['members']}>
            {members.map(({ id, name, email, active, kind }) => (
              <li key={id} className={styles['member']}>
                <Avatar name={name} size="small" /><span className={styles['name']}>{name}</span><span className={styles['address']}>{email}</span>
                {kind === 'PARTNER' && <Badge tone="violet">{t('sharing.place.partner')}</Badge>}
                {!active && <Badge>{t('setup.users.inactive')}</Badge>}
                <IconButton size="small" icon={X} label={t('sharing.teams.take', { name })} onPress={() => set(ids.filter((one) => one !== id), t('sharing.teams.took', { name }))} />
              </li>
            ))}
          </ul>
        )}
        <ComboBox label={t('sharing.teams.add')} hideLabel placeholder={t('sharing.teams.add')} value={null} isDisabled={save.isPending}
          choices={people.filter(({ id, active }) => active && !ids.includes(id)).map(({ id, name, email }) => ({ value: id, label: name, description: email }))}
          onChange={(id) => { const found = people.find((one) => one.id === id); if (found) set([...ids, found.id], t('sharing.teams.added', { name: found.name })); }} />
      </div>
    </Field>
  );
}
