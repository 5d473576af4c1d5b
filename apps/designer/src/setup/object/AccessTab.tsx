import { translate, type ObjectDocument, type PermissionDocument, type Translations } from '@guanxi/metadata';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox, EmptyState, SearchField, TextLink } from '../../ui/index.js';
import { LevelCell } from '../access/RightsMatrix.js';
import { levelOf, rights, setFieldRight } from '../access/rights.js';
import type { StatedDocument } from '../documents/document-types.js';
import { isKind } from '../documents/setup-queries.js';
import { useEdit } from '../documents/use-edit.js';
import styles from './Access.module.css';

/** Who may do what with records of the object and with each of its fields: one column per permission set, changed in place. */
export function AccessTab({ object, documents, isRemoved }: { readonly object: ObjectDocument; readonly documents: readonly StatedDocument[]; readonly isRemoved: boolean }) {
  const { t, i18n } = useTranslation();
  const { edit, isPending } = useEdit();
  const [search, setSearch] = useState('');
  const sets = documents.filter(isKind('permissions')).filter(({ state }) => state !== 'REMOVED').map(({ document }) => document);
  if (sets.length === 0) return <EmptyState icon={ShieldCheck} title={t('model.access.none')}>{t('model.access.noneBody')}</EmptyState>;
  const save = (set: PermissionDocument, permission: PermissionDocument['objects'][string]) => {
    const { [object.name]: _before, ...others } = set.objects;
    const isEmpty = rights.every((right) => levelOf(permission, right) === 'none');
    void edit({ documents: [{ ...set, objects: isEmpty ? others : { ...others, [object.name]: permission } }] }, t('model.access.saved', { name: set.title }));
  };
  const wanted = search.trim().toLocaleLowerCase();
  const fields = Object.entries(object.properties).map(([name, property]) => ({ name, title: translate(property.title ?? name, property.guanxi['titles'] as Translations | undefined, i18n.language) }))
    .filter(({ name, title }) => [name, title].some((text) => text.toLocaleLowerCase().includes(wanted)));
  return (
    <div className={styles['tab']}>
      <div className={styles['tools']}><div className={styles['search']}><SearchField label={t('setup.field.search')} value={search} onChange={setSearch} /></div><p className={styles['quiet']}>{t('model.access.legend')}</p></div>
      <div className={styles['frame']}>
        <table className={styles['table']} aria-label={t('setup.object.tab.access')}>
          <thead>
            <tr>
              <th scope="col">{t('model.access.right')}</th>
              {sets.map(({ name, title, titles }) => <th key={name} scope="col" colSpan={2}><TextLink isPlain href={`/setup/permissions/${name}`}>{translate(title, titles, i18n.language)}</TextLink></th>)}
            </tr>
          </thead>
          <tbody>
            {wanted === '' && rights.map((right) => (
              <tr key={right} className={styles['object']}>
                <th scope="row">{t(`setup.sets.right.${right}`)}</th>
                {sets.map((set) => <td key={set.name} colSpan={2}><LevelCell object={translate(set.title, set.titles, i18n.language)} right={right} permission={set.objects[object.name]} onChange={(next) => { if (!isRemoved && !isPending) save(set, next); }} /></td>)}
              </tr>
            ))}
            <tr className={styles['heads']}>
              <th scope="col">{t('setup.object.tab.fields')}</th>
              {sets.flatMap(({ name }) => [<td key={`${name}-read`}>{t('setup.sets.right.read')}</td>, <td key={`${name}-edit`}>{t('setup.sets.right.edit')}</td>])}
            </tr>
            {fields.map(({ name, title }) => (
              <tr key={name}>
                <th scope="row">{title}</th>
                {sets.flatMap((set) => {
                  const permission = set.objects[object.name];
                  const mayRead = levelOf(permission, 'read') !== 'none';
                  const mayEdit = levelOf(permission, 'edit') !== 'none' || levelOf(permission, 'create') !== 'none';
                  const { read = true, edit: writes = true } = permission?.fields?.[name] ?? {};
                  const box = (right: 'read' | 'edit', isOn: boolean, isPossible: boolean) => (
                    <td key={`${set.name}-${right}`}>
                      <Checkbox aria-label={`${set.title}, ${title}, ${t(`setup.sets.right.${right}`)}`} isSelected={isOn} isDisabled={!isPossible || isRemoved || isPending} onChange={(next) => { if (permission) save(set, setFieldRight(permission, name, right, next)); }} />
                    </td>
                  );
                  return [box('read', mayRead && read, mayRead), box('edit', mayEdit && read && writes, mayEdit)];
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
