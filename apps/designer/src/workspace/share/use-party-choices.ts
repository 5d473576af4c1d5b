import { useQuery } from '@tanstack/react-query';
import { Network, User, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { partiesOptions, type PartyKey } from './share-queries.js';

export const partyIcons = { USER: User, ROLE: Network, BELOW: Network, TEAM: UsersRound };

export const partyText = ({ kind, id }: PartyKey) => `${kind}:${id}`;

/** People, teams and roles to choose from; `except` is a person who has no need of it. */
export function usePartyChoices(except: string | null) {
  const { t } = useTranslation();
  const { data } = useQuery(partiesOptions);
  const people = (count: number) => t('sharing.roles.people', { count });
  return [
    ...(data?.users ?? []).filter(({ id, active }) => active && id !== except).map(({ id, name, email }) => ({ key: { kind: 'USER' as const, id }, label: name, description: email })),
    ...(data?.teams ?? []).map(({ name, title, count }) => ({ key: { kind: 'TEAM' as const, id: name }, label: title, description: t('sharing.record.team', { people: people(count) }) })),
    ...(data?.roles ?? []).map(({ name, title, count }) => ({ key: { kind: 'ROLE' as const, id: name }, label: title, description: t('sharing.record.role', { people: people(count) }) })),
    ...(data?.roles ?? []).map(({ name, title, countBelow }) => ({ key: { kind: 'BELOW' as const, id: name }, label: t('sharing.grantee.belowTitle', { role: title }), description: t('sharing.record.role', { people: people(countBelow) }) })),
  ].map((choice) => ({ ...choice, value: partyText(choice.key), icon: partyIcons[choice.key.kind] }));
}
