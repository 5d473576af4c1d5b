import { useQuery } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, MultiSelect, Notice, Select, TextField } from '../../ui/index.js';
import { permissionSetsOptions } from '../people/people-queries.js';
import { placesOptions, type GroupMapping } from './security-queries.js';
import styles from './Security.module.css';

interface MappingEditorProps {
  readonly mappings: readonly GroupMapping[];
  readonly onChange: (mappings: readonly GroupMapping[]) => void;
  readonly error: string | null;
}

/** What groups of a provider or a directory give: permission sets, a role, teams. */
export function MappingEditor({ mappings, onChange, error }: MappingEditorProps) {
  const { t } = useTranslation();
  const { data: sets = [] } = useQuery(permissionSetsOptions);
  const { data: { roles, teams } = { roles: [], teams: [] } } = useQuery(placesOptions);
  const change = (index: number, changes: Partial<GroupMapping>) => onChange(mappings.map((one, at) => (at === index ? { ...one, ...changes } : one)));
  return (
    <section className={styles['group']} aria-label={t('security.mappings.title')}>
      <h3 className={styles['heading']}>{t('security.mappings.title')}</h3>
      <p className={styles['words']}>{t('security.mappings.body')}</p>
      {error !== null && <Notice tone="danger" isAnnounced>{error}</Notice>}
      <ul className={styles['mappings']}>
        {mappings.map((mapping, index) => (
          <li key={index} className={styles['mapping']}>
            <TextField label={t('security.mappings.group')} isRequired value={mapping.group} onChange={(group) => change(index, { group })} help={t('security.mappings.groupHelp')} />
            <MultiSelect label={t('security.mappings.sets')} value={mapping.permissionSets} onChange={(permissionSets) => change(index, { permissionSets })} choices={sets.map(({ name, title }) => ({ value: name, label: title }))} />
            {roles.length > 0 && <Select label={t('security.mappings.role')} value={mapping.role} placeholder={t('security.mappings.noRole')} onChange={(role) => change(index, { role })} choices={roles.map(({ name, title }) => ({ value: name, label: title }))} />}
            {teams.length > 0 && <MultiSelect label={t('security.mappings.teams')} value={mapping.teams} onChange={(chosen) => change(index, { teams: chosen })} choices={teams.map(({ name, title }) => ({ value: name, label: title }))} />}
            <Button size="small" variant="quiet" icon={Trash2} onPress={() => onChange(mappings.filter((_, at) => at !== index))}>{t('security.mappings.remove')}</Button>
          </li>
        ))}
      </ul>
      <div><Button icon={Plus} onPress={() => onChange([...mappings, { group: '', permissionSets: [], role: null, teams: [] }])}>{t('security.mappings.add')}</Button></div>
    </section>
  );
}
