import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MultiSelect, Select, type Choice } from '../../ui/index.js';
import { standingsOptions } from '../people/place/place-queries.js';

/** Where a client stands; names of the published role and teams. */
export interface ClientPlace {
  readonly role: string | null;
  readonly teams: readonly string[];
}

/** The role and teams of a client. */
export function ClientPlaceFields({ place, onChange }: { readonly place: ClientPlace; readonly onChange: (place: ClientPlace) => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(standingsOptions);
  const asChoices = (known: readonly { readonly name: string; readonly title: string }[] = []): readonly Choice[] => known.map(({ name, title }) => ({ value: name, label: title }));
  const [roles, teams] = [asChoices(data?.roles), asChoices(data?.teams)];
  return (
    <>
      <Select label={t('sharing.place.role')} help={t('factors.clients.roleHelp')} isClearable value={place.role} choices={roles} placeholder={t(roles.length === 0 ? 'sharing.place.noRoles' : 'sharing.place.noRole')} onChange={(role) => onChange({ ...place, role })} />
      <MultiSelect label={t('sharing.place.teams')} value={place.teams} choices={teams} placeholder={t(teams.length === 0 ? 'sharing.place.noTeams' : 'sharing.place.noTeam')} onChange={(next) => onChange({ ...place, teams: next })} />
    </>
  );
}
