import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/index.js';
import { ComboBox, ErrorState, MultiSelect, Notice, RadioGroup, Select, showToast, SkeletonLines, type Choice } from '../../../ui/index.js';
import formStyles from '../../form/Form.module.css';
import { placesOptions, standingsOptions, usePlacePeople, type PersonKind, type PlaceChanges } from './place-queries.js';

/** The role, teams, manager and kind of one person; each is saved as it is chosen. */
export function PlaceOfPerson({ userId }: { readonly userId: string }) {
  const { t } = useTranslation();
  const { data: people, error, refetch } = useQuery(placesOptions);
  const { data: standings } = useQuery(standingsOptions);
  const place = usePlacePeople();
  const [refusal, setRefusal] = useState<string | null>(null);
  const person = people?.find(({ id }) => id === userId);
  if (error && !people) return <ErrorState message={error.message} onRetry={() => void refetch()} />;
  if (!person || !standings) return <SkeletonLines count={4} />;
  const asChoices = (known: readonly { readonly name: string; readonly title: string }[]): readonly Choice[] => known.map(({ name, title }) => ({ value: name, label: title }));
  const roles = asChoices(standings.roles);
  const teams = asChoices(standings.teams);
  const managers = people?.filter(({ id, active }) => active && id !== userId).map(({ id, name, email }) => ({ value: id, label: name, description: email })) ?? [];
  const set = (changes: PlaceChanges) => {
    setRefusal(null);
    place.mutate({ ids: [userId], place: changes }, {
      onSuccess: () => showToast({ message: t('sharing.place.saved', { name: person.name }), tone: 'success' }),
      onError: (failure) => setRefusal(failure instanceof ApiError && failure.problems[0] ? failure.problems[0].message : failure.message),
    });
  };
  return (
    <div className={formStyles['stack']}>
      {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
      <Select label={t('sharing.place.role')} help={t('sharing.place.roleHelp')} isClearable value={person.role} choices={roles} placeholder={t(roles.length === 0 ? 'sharing.place.noRoles' : 'sharing.place.noRole')} isDisabled={place.isPending} onChange={(role) => set({ role })} />
      <MultiSelect label={t('sharing.place.teams')} value={person.teams} choices={teams} placeholder={t(teams.length === 0 ? 'sharing.place.noTeams' : 'sharing.place.noTeam')} isDisabled={place.isPending} onChange={(next) => set({ teams: next })} />
      <ComboBox label={t('sharing.place.manager')} help={t('sharing.place.managerHelp')} value={person.manager?.id ?? null} valueLabel={person.manager?.name ?? null} choices={managers} placeholder={t('sharing.place.noManager')} isDisabled={place.isPending} onChange={(manager) => { if (manager !== (person.manager?.id ?? null)) set({ manager }); }} />
      <RadioGroup label={t('sharing.place.kind')} value={person.kind ?? 'INTERNAL'} isDisabled={place.isPending} onChange={(kind) => set({ kind: kind as PersonKind })} choices={[
        { value: 'INTERNAL', label: t('sharing.place.internal'), description: t('sharing.place.internalHelp') },
        { value: 'PARTNER', label: t('sharing.place.partner'), description: t('sharing.place.partnerHelp') },
      ]} />
    </div>
  );
}
