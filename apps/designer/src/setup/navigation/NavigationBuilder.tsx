import { translate, type AppDocument, type NavigationEntry, type ObjectDocument } from '@guanxi/metadata';
import { ArrowDown, ArrowUp, ExternalLink, Folder, FolderPlus, Link2, Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, IconButton, Notice, ObjectGlyph, Select } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { isKind } from '../documents/setup-queries.js';
import { titleOf } from '../documents/use-object-title.js';
import { EntryDialog } from './EntryDialog.js';
import { isGroup, placedObjects, removeAt, replaceEntry, step, type NavigationPlace } from './navigation-edits.js';
import styles from './Navigation.module.css';

interface NavigationBuilderProps {
  readonly app: AppDocument;
  readonly documents: readonly StatedDocument[];
  readonly onChange: (changes: Partial<AppDocument>) => void;
}

/** What stands in the sidebar of an app and in which order, and who sees the app at all. */
export function NavigationBuilder({ app, documents, onChange }: NavigationBuilderProps) {
  const { t, i18n } = useTranslation();
  const [editing, setEditing] = useState<{ readonly index: number | null; readonly entry: Exclude<NavigationEntry, string> } | null>(null);
  const alive = documents.filter(({ state }) => state !== 'REMOVED');
  const objects = new Map(alive.filter(isKind('object')).map(({ name, document }) => [name, document]));
  const sets = alive.filter(isKind('permissions'));
  const placed = placedObjects(app.navigation);
  const free = [...objects.values()].filter(({ name }) => !placed.has(name));
  const { navigation } = app;
  const set = (next: AppDocument['navigation']) => onChange({ navigation: next });
  const nameOf = (name: string): string => { const found = objects.get(name); return found ? titleOf(found, i18n.language) : name; };
  const titleOfEntry = (entry: NavigationEntry): string => (typeof entry === 'string' ? nameOf(entry) : translate(entry.title, entry.titles, i18n.language));
  const hidden = sets.length > 0 && app.permissionSets ? [...placed].filter((name) => app.permissionSets?.every((setName) => sets.find((one) => one.name === setName)?.document.objects[name]?.read === undefined)) : [];

  const tools = (place: NavigationPlace, title: string) => (
    <>
      <IconButton size="small" icon={ArrowUp} label={t('interface.earlier', { name: title })} isDisabled={place.item === undefined && place.entry === 0} onPress={() => set(step(navigation, place, -1))} />
      <IconButton size="small" icon={ArrowDown} label={t('interface.later', { name: title })} isDisabled={place.item === undefined && place.entry === navigation.length - 1} onPress={() => set(step(navigation, place, 1))} />
      <IconButton size="small" icon={X} label={t('interface.take', { name: title })} onPress={() => set(removeAt(navigation, place))} />
    </>
  );
  return (
    <div className={styles['columns']}>
      <div className={styles['stack']}>
        <div>
          <ul className={styles['tree']} aria-label={t('interface.navigation.label')}>
            {navigation.map((entry, index) => (
              <li key={index}>
                <div className={styles['line']}>
                  <EntrySign entry={entry} objects={objects} />
                  <span className={styles['words']}>{titleOfEntry(entry)}{typeof entry === 'object' && 'url' in entry && <span className={styles['muted']}> {entry.url}</span>}</span>
                  {typeof entry === 'object' && <IconButton size="small" icon={Pencil} label={t('interface.navigation.change', { name: titleOfEntry(entry) })} onPress={() => setEditing({ index, entry })} />}
                  {tools({ entry: index }, titleOfEntry(entry))}
                </div>
                {typeof entry === 'object' && isGroup(entry) && (
                  <ul className={styles['tree']}>
                    {entry.items.map((name, item) => (
                      <li key={name} className={`${styles['line'] ?? ''} ${styles['inside'] ?? ''}`}>
                        <EntrySign entry={name} objects={objects} /><span className={styles['words']}>{nameOf(name)}</span>{tools({ entry: index, item }, nameOf(name))}
                      </li>
                    ))}
                    {entry.items.length === 0 && <li className={`${styles['line'] ?? ''} ${styles['inside'] ?? ''} ${styles['muted'] ?? ''}`}>{t('interface.navigation.emptyGroup')}</li>}
                  </ul>
                )}
              </li>
            ))}
          </ul>
          {navigation.length === 0 && <p className={styles['muted']}>{t('interface.navigation.none')}</p>}
          <div className={styles['adders']}>
            {free.length > 0 && <div className={styles['picker']}><Select label={t('interface.navigation.addObject')} hideLabel value={null} placeholder={t('interface.navigation.addObject')} choices={free.map((one) => ({ value: one.name, label: titleOf(one, i18n.language) }))} onChange={(name) => { if (name) set([...navigation, name]); }} /></div>}
            <Button icon={FolderPlus} onPress={() => setEditing({ index: null, entry: { title: '', items: [] } })}>{t('interface.navigation.addGroup')}</Button>
            <Button icon={Link2} onPress={() => setEditing({ index: null, entry: { title: '', url: 'https://' } })}>{t('interface.navigation.addLink')}</Button>
          </div>
        </div>
        <div role="group" aria-label={t('interface.navigation.people')}>
          <p className={styles['previewTitle']}>{t('interface.navigation.people')}</p>
          <div className={styles['sets']}>
            {sets.map(({ name, document }) => (
              <Checkbox key={name} isSelected={app.permissionSets?.includes(name) ?? false} onChange={(isOn) => {
                const next = isOn ? [...(app.permissionSets ?? []), name] : (app.permissionSets ?? []).filter((one) => one !== name);
                onChange({ permissionSets: next });
              }}>{translate(document.title, document.titles, i18n.language)}</Checkbox>
            ))}
          </div>
          <p className={styles['muted']}>{(app.permissionSets ?? []).length === 0 ? t('interface.navigation.everybody') : t('interface.navigation.onlyThese')}</p>
          {hidden.length > 0 && <Notice tone="warning" title={t('interface.navigation.hidden')}>{hidden.map(nameOf).join(', ')}</Notice>}
        </div>
      </div>
      <div aria-hidden className={styles['preview']}>
        <div className={styles['previewTitle']}>{translate(app.title, app.titles, i18n.language)}</div>
        {navigation.flatMap((entry, index) => (typeof entry === 'object' && isGroup(entry)
          ? [<div key={index} className={styles['previewTitle']}>{titleOfEntry(entry)}</div>, ...entry.items.map((name) => <div key={`${index}-${name}`} className={styles['previewLine']}><EntrySign entry={name} objects={objects} />{nameOf(name)}</div>)]
          : [<div key={index} className={styles['previewLine']}><EntrySign entry={entry} objects={objects} />{titleOfEntry(entry)}</div>]))}
      </div>
      {editing && (
        <EntryDialog entry={editing.entry} onClose={() => setEditing(null)} onSave={(entry) => {
          set(editing.index === null ? [...navigation, entry] : replaceEntry(navigation, editing.index, entry));
          setEditing(null);
        }} />
      )}
    </div>
  );
}

function EntrySign({ entry, objects }: { readonly entry: NavigationEntry; readonly objects: ReadonlyMap<string, ObjectDocument> }) {
  if (typeof entry === 'string') {
    const object = objects.get(entry);
    return <ObjectGlyph name={entry} icon={object?.guanxi.icon} hue={object?.guanxi.color ?? object?.guanxi.id} />;
  }
  return <span className={styles['sign']}>{isGroup(entry) ? <Folder size={15} aria-hidden /> : <ExternalLink size={15} aria-hidden />}</span>;
}
