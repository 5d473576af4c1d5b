import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { recordsRequest } from '../../api/index.js';
import { Avatar, ComboBox, Field, IconButton } from '../../ui/index.js';
import styles from './Queues.module.css';

interface Colleague { readonly name: string; readonly email: string; readonly active: boolean }

interface MemberListProps {
  readonly members: readonly string[];
  readonly error?: string | undefined;
  readonly onChange: (members: readonly string[]) => void;
}

/** People of a queue, kept by their addresses, which stay the same in copies of the org. */
export function MemberList({ members, error, onChange }: MemberListProps) {
  const { t } = useTranslation();
  const { data: people = [] } = useQuery({
    queryKey: ['people', 'all'], staleTime: 60_000,
    queryFn: async ({ signal }) => (await recordsRequest<{ users: { nodes: readonly Colleague[] } }>('query Colleagues { users(where: { active: { eq: true } }, orderBy: [{ name: ASC }], first: 500) { nodes { name email active } } }', {}, signal)).users.nodes,
  });
  const knows = (address: string) => people.find(({ email }) => email.toLowerCase() === address.toLowerCase());
  return (
    <Field label={t('people.queues.members')} help={t('people.queues.membersHelp')} {...(error !== undefined && { error })}>
      <div className={styles['stack']}>
        {members.length > 0 && (
          <ul className={styles['members']}>
            {members.map((address) => {
              const name = knows(address)?.name ?? address;
              return (
                <li key={address} className={styles['member']}>
                  <Avatar name={name} size="small" />
                  <span className={styles['name']}>{name}</span>
                  <span className={styles['address']}>{knows(address) || people.length === 0 ? address : t('people.queues.unknown')}</span>
                  <IconButton size="small" icon={X} label={t('people.queues.removeMember', { name })} onPress={() => onChange(members.filter((one) => one !== address))} />
                </li>
              );
            })}
          </ul>
        )}
        <ComboBox label={t('people.queues.addMember')} hideLabel placeholder={t('people.queues.addMember')} value={null}
          choices={people.filter(({ email }) => !members.includes(email.toLowerCase())).map(({ name, email }) => ({ value: email.toLowerCase(), label: name, description: email }))}
          onChange={(email) => { if (email !== null) onChange([...members, email]); }} />
      </div>
    </Field>
  );
}
