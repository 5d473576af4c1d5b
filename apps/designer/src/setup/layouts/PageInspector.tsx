import { translate, type LayoutDocument, type ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Checkbox, Select } from '../../ui/index.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { OrderedNames } from '../views/OrderedNames.js';
import type { PlaceableField } from './describe-fields.js';
import { RelatedListsEditor } from './RelatedListsEditor.js';
import styles from './Layouts.module.css';

interface PageInspectorProps {
  readonly layout: LayoutDocument;
  readonly object: ObjectDocument;
  readonly fields: ReadonlyMap<string, PlaceableField>;
  readonly onEdit: (layout: LayoutDocument) => void;
}

/** No name of a field has a sign like these. */
const [AUTOMATIC, NO_PATH] = ['?', '-'];

/** The page as a whole: who sees it and for which records, what heads it, its buttons and lists. */
export function PageInspector({ layout, object, fields, onEdit }: PageInspectorProps) {
  const { t, i18n } = useTranslation();
  const { data = [] } = useQuery(draftedDocuments);
  const alive = data.filter(({ state }) => state !== 'REMOVED');
  const sets = alive.filter(isKind('permissions'));
  const actions = alive.filter(isKind('action')).filter(({ document }) => document.object === object.name);
  const recordTypes = object.guanxi.recordTypes ?? [];
  const set = (changes: Partial<LayoutDocument>) => onEdit(dropEmptyLists({ ...layout, ...changes }));
  const choices = [...fields.values()].filter(({ type, isSystem }) => type === 'picklist' && !isSystem);
  const choosePath = (chosen: string | null) => {
    const { path: _path, ...rest } = layout;
    onEdit(dropEmptyLists(chosen === null || chosen === AUTOMATIC ? rest : { ...rest, path: chosen === NO_PATH ? null : chosen }));
  };
  const toggle = (list: readonly string[] | undefined, name: string, isOn: boolean): readonly string[] => (isOn ? [...(list ?? []), name] : (list ?? []).filter((one) => one !== name));
  return (
    <>
      {recordTypes.length > 0 && (
        <div className={styles['stack']} role="group" aria-label={t('interface.layout.forTypes')}>
          <div className={styles['groupTitle']}>{t('interface.layout.forTypes')}</div>
          {recordTypes.map(({ name, title, titles }) => <Checkbox key={name} isSelected={layout.recordTypes?.includes(name) ?? false} onChange={(isOn) => set({ recordTypes: toggle(layout.recordTypes, name, isOn) })}>{translate(title, titles, i18n.language)}</Checkbox>)}
        </div>
      )}
      <div className={styles['stack']} role="group" aria-label={t('interface.layout.forPeople')}>
        <div className={styles['groupTitle']}>{t('interface.layout.forPeople')}</div>
        {sets.length === 0 && <p className={styles['muted']}>{t('interface.layout.noSets')}</p>}
        {sets.map(({ name, document }) => <Checkbox key={name} isSelected={layout.permissionSets?.includes(name) ?? false} onChange={(isOn) => set({ permissionSets: toggle(layout.permissionSets, name, isOn) })}>{translate(document.title, document.titles, i18n.language)}</Checkbox>)}
        <p className={styles['muted']}>{t('interface.layout.assignment')}</p>
      </div>
      <OrderedNames label={t('interface.layout.header')} addLabel={t('interface.layout.addHeader')} names={layout.header ?? []} offered={[...fields.values()].filter(({ isSystem, name }) => !isSystem || name === 'owner')} onChange={(header) => set({ header })} />
      {choices.length > 0 && <Select label={t('interface.layout.path')} help={t('interface.layout.pathHelp')} value={layout.path === undefined ? AUTOMATIC : (layout.path ?? NO_PATH)} onChange={choosePath} choices={[
        { value: AUTOMATIC, label: t('interface.layout.pathAutomatic') }, { value: NO_PATH, label: t('interface.layout.pathNone') }, ...choices.map(({ name, title }) => ({ value: name, label: title })),
      ]} />}
      {actions.length > 0 && (
        <div className={styles['stack']} role="group" aria-label={t('interface.layout.actions')}>
          <div className={styles['groupTitle']}>{t('interface.layout.actions')}</div>
          {actions.map(({ name, document }) => <Checkbox key={name} isSelected={layout.actions?.includes(name) ?? true} onChange={(isOn) => set({ actions: toggle(layout.actions ?? actions.map((one) => one.name), name, isOn) })}>{translate(document.title, document.titles, i18n.language)}</Checkbox>)}
        </div>
      )}
      <RelatedListsEditor layout={layout} object={object} onEdit={onEdit} />
    </>
  );
}

function dropEmptyLists({ recordTypes, permissionSets, header, ...layout }: LayoutDocument): LayoutDocument {
  return { ...layout, ...(recordTypes?.length && { recordTypes }), ...(permissionSets?.length && { permissionSets }), ...(header?.length && { header }) };
}
