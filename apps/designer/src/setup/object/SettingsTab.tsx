import { objectNameFault, type ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { AlertDialog, Button, Checkbox, ErrorSummary, Select, showToast, TextArea, TextField, useShortcut } from '../../ui/index.js';
import { draftedDocuments } from '../documents/setup-queries.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { useDraftUndo } from '../documents/use-draft-undo.js';
import { GlyphPicker } from '../form/GlyphPicker.js';
import { matchProblems, sayProblem } from '../form/match-problems.js';
import { TranslatedText } from '../form/TranslatedText.js';
import { useLeaveGuard } from '../form/use-leave-guard.js';
import { CompactFields } from './CompactFields.js';
import { PersonFields } from './PersonFields.js';
import { removeObject, renameObject } from './object-uses.js';
import { readObjectSettings, writeObjectSettings, type ObjectSettings } from './object-settings.js';
import styles from './Object.module.css';

/** What people can know a record by. */
function canBeName(kind: string): boolean {
  return kind === 'text' || kind === 'autoNumber' || kind === 'personName';
}

export function SettingsTab({ object, isPublished, records }: { readonly object: ObjectDocument; readonly isPublished: boolean; readonly records: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { data: documents = [] } = useQuery(draftedDocuments);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { undo } = useDraftUndo();
  const [edited, setEdited] = useState<ObjectSettings | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isRemoving, setRemoving] = useState(false);
  const settings = edited ?? readObjectSettings(object);
  const set = (changes: Partial<ObjectSettings>) => setEdited({ ...settings, ...changes });
  const guard = useLeaveGuard(edited !== null);
  const address = `/object:${settings.name}`;
  const { byField, rest } = matchProblems(problems, { name: [`${address}/name`], plural: [`${address}/guanxi/plural`], label: [`${address}/title`], nameField: [`${address}/guanxi/nameField`] });
  const nameFault = objectNameFault(settings.name) ? t('setup.newObject.nameFault') : null;
  const all = documents.map(({ document }) => document);

  const attempt = async (edit: Parameters<typeof save>[0]): Promise<boolean> => {
    const found = await save(edit);
    setProblems(found);
    return found.length === 0;
  };
  const submit = async () => {
    if (!edited || nameFault) return;
    const next = writeObjectSettings(object, edited);
    const others = next.name === object.name ? [] : renameObject(all, object.name, next.name, object.guanxi.id);
    const own = next.name === object.name ? next : renameObject([next], object.name, next.name, '')[0] ?? next;
    if (!await attempt({ documents: [own, ...others] })) return;
    setEdited(null);
    showToast({ message: t('setup.object.saved'), tone: 'success', onUndo: undo });
    if (next.name !== object.name) void navigate({ to: '/setup/objects/$object', params: { object: next.name }, search: { tab: 'settings' }, replace: true, ignoreBlocker: true });
  };
  const remove = async () => {
    const isDone = await attempt(removeObject(all, object.name));
    setRemoving(false);
    if (!isDone) return;
    showToast({ message: t('setup.object.removed', { name: object.title }), tone: 'success', onUndo: undo });
    void navigate({ to: '/setup/objects', ignoreBlocker: true });
  };
  useShortcut({ keys: 'mod+s', label: t('ui.save'), section: t('shell.setup'), isDisabled: edited === null, worksWhileTyping: true, run: () => void submit() });
  const nameFields = Object.entries(object.properties).filter(([, { guanxi }]) => canBeName(guanxi.type)).map(([value, property]) => ({ value, label: property.title ?? value }));

  return (
    <div className={styles['settings']}>
      {rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={rest.map((problem) => ({ message: sayProblem(problem) }))} />}
      <TranslatedText label={t('setup.newObject.label')} isRequired value={settings.label} onChange={(label) => set({ label })} error={byField.label} />
      <TranslatedText label={t('setup.newObject.plural')} value={settings.plural} onChange={(plural) => set({ plural })} error={byField.plural} />
      <TextField label={t('setup.newObject.name')} isCode isRequired value={settings.name} maxLength={50} onChange={(name) => set({ name })} help={t('setup.object.renameHelp')} error={byField.name ?? nameFault} />
      <Select label={t('setup.object.nameField')} choices={nameFields} value={settings.nameField} onChange={(nameField) => set({ nameField })} help={t('setup.object.nameFieldHelp')} error={byField.nameField} />
      <TextArea label={t('setup.object.description')} value={settings.description} onChange={(description) => set({ description })} rows={2} />
      <Checkbox isSelected={settings.hasActivity} onChange={(hasActivity) => set({ hasActivity })} help={t('setup.newObject.activityHelp')}>{t('setup.newObject.activity')}</Checkbox>
      <CompactFields object={object} value={settings.compact} onChange={(compact) => set({ compact })} />
      <PersonFields object={object} value={settings.person} onChange={(person) => set({ person })} />
      <GlyphPicker icon={settings.icon} color={settings.color} onIconChange={(icon) => set({ icon })} onColorChange={(color) => set({ color })} />
      <div className={styles['tools']}>
        <Button variant="primary" isDisabled={edited === null} isPending={isPending} onPress={() => void submit()}>{t('ui.save')}</Button>
        <Button isDisabled={edited === null} onPress={() => { setEdited(null); setProblems([]); }}>{t('setup.form.revert')}</Button>
      </div>
      <section className={styles['danger']}>
        <div className={styles['dangerWords']}>
          <h3 className={styles['dangerTitle']}>{t('setup.object.removeTitle')}</h3>
          <p className={styles['quiet']}>{isPublished ? t('setup.object.removeBody', { count: records, number: format.number(records) }) : t('setup.object.removeNew')}</p>
        </div>
        <Button variant="danger" onPress={() => setRemoving(true)}>{t('setup.object.remove')}</Button>
      </section>
      <AlertDialog isOpen={isRemoving} onOpenChange={setRemoving} title={t('setup.object.removeAsk', { name: object.title })} confirmLabel={t('setup.object.remove')} isPending={isPending} onConfirm={() => void remove()}>
        {t('setup.object.removeAskBody')}
      </AlertDialog>
      {guard}
    </div>
  );
}
