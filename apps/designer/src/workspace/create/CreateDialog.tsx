import { startingValues, writeInput, type FormRecord, type FormValues } from '@guanxi/forms';
import { RecordForm } from '@guanxi/forms/react';
import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, recordsRequest, useSession, type Problem } from '../../api/index.js';
import { AlertDialog, Button, Dialog, Select, showToast, Switch } from '../../ui/index.js';
import { useFormProps } from '../record/use-form-props.js';
import { layoutOf } from '../records/layout-of.js';
import { forgetLists } from '../records/record-lists.js';
import { recordHref } from '../records/record-href.js';
import { recordName } from '../records/record-name.js';
import { createMutation } from '../records/record-queries.js';
import type { RecordRow } from '../records/record-row.js';
import { afterWrite } from '../records/save-record.js';
import { readSimilar, SimilarRecords, type Similar } from './SimilarRecords.js';
import styles from './CreateDialog.module.css';

interface CreateDialogProps {
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  /** Values that the place it is opened from gives. */
  readonly given?: Partial<FormRecord>;
  readonly onClose: () => void;
  readonly onCreated?: (record: RecordRow) => void;
}

const shortForm = 12;

/** A new record, by the form that the object's layout makes. */
export function CreateDialog({ object, workspace, given, onClose, onCreated }: CreateDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useFormProps(workspace, object);
  const [round, setRound] = useState(0);
  const [isDirty, setDirty] = useState(false);
  // The router asks before React has drawn again, so the answer cannot wait for the state.
  const unsaved = useRef(false);
  const markUnsaved = useCallback((dirty: boolean) => {
    unsaved.current = dirty;
    setDirty(dirty);
  }, []);
  const [isLeaving, setLeaving] = useState(false);
  const [goesOn, setGoesOn] = useState(false);
  const { user, now, display } = form;
  const { org } = useSession();
  const types = (object.recordTypes ?? []).filter(({ offered }) => offered);
  const [type, setType] = useState<string | null>(() => types.find(({ isDefault }) => isDefault)?.name ?? types[0]?.name ?? null);
  // Values that nobody has touched yet begin anew with another type; touched ones are kept.
  const [startingType, setStartingType] = useState(type);
  const layout = layoutOf(object, startingType);
  const record = useMemo(
    () => startingValues(object, user, { ...given, values: { ...given?.values, ...(startingType !== null && { recordType: startingType }) } }, { workspace, moment: { now, timeZone: display.timeZone }, org }),
    [object, workspace, user, given, startingType, now, display.timeZone, org],
  );
  const chooseType = (chosen: string | null) => {
    setType(chosen);
    if (!isDirty) setStartingType(chosen);
  };
  const blocker = useBlocker({ shouldBlockFn: () => unsaved.current, withResolver: true, enableBeforeUnload: () => unsaved.current });
  const close = () => (isDirty ? setLeaving(true) : onClose());

  const [similar, setSimilar] = useState<{ readonly records: readonly Similar[]; readonly values: FormValues; readonly isAll: boolean } | null>(null);

  /** A form whose only fault is its likeness to others takes itself for saved. */
  const isWarned = useRef(false);
  const save = async (values: FormValues, allowDuplicates = false): Promise<readonly Problem[] | undefined> => {
    try {
      setSimilar(null);
      isWarned.current = false;
      const { query, variables } = createMutation(object, presentValues(writeInput(object, values)), `id ${object.nameField}`, allowDuplicates);
      const { record: made } = await recordsRequest<{ record: RecordRow }>(query, variables);
      forgetLists(object.name);
      afterWrite(object.name);
      markUnsaved(false);
      onCreated?.(made);
      const name = recordName(object, made);
      showToast({ tone: 'success', message: t('workspace.create.done', { name }), action: { label: t('workspace.open'), run: () => void navigate({ href: recordHref(object.name, made.id) }) } });
      if (goesOn) {
        setStartingType(type);
        setRound((count) => count + 1);
      }
      else onClose();
      return undefined;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const found = readSimilar(error.problems);
      if (found.length > 0) setSimilar({ records: found, values, isAll: found.length === error.problems.length });
      // The notice tells them, with the way on.
      const others = error.problems.filter((problem) => readSimilar([problem]).length === 0);
      isWarned.current = found.length > 0;
      return others.length > 0 || found.length > 0 ? others : [{ path: '', code: error.code, message: error.message }];
    }
  };
  const saveAnyway = async (values: FormValues) => {
    const [problem] = (await save(values, true).catch((error: unknown) => [{ message: String(error) }])) ?? [];
    if (problem) showToast({ tone: 'danger', message: problem.message });
  };
  const watchDirty = useCallback((dirty: boolean) => markUnsaved(dirty || isWarned.current), [markUnsaved]);
  const cells = layout.sections.reduce((sum, section) => sum + section.cells.length, 0);
  return (
    <>
      <Dialog isOpen onOpenChange={close} isGuarded={isDirty} title={t('workspace.newRecord', { name: object.label })} size={cells > shortForm ? 'large' : 'medium'}>
        {types.length > 1 && (
          <div className={styles['type']}>
            <Select label={t('workspace.create.type')} value={type} onChange={chooseType} choices={types.map(({ name, label, description }) => ({ value: name, label, ...(description !== undefined && { description }) }))} />
          </div>
        )}
        {similar && <SimilarRecords object={object} similar={similar.records} onSaveAnyway={similar.isAll ? () => void saveAnyway(similar.values) : undefined} />}
        <RecordForm key={`${round} ${startingType ?? ''}`} {...form} layout={layout} record={record} mode="create" {...(type !== null && { recordType: type })} onRecordType={setType} onSave={(values) => save(values)} onDirtyChange={watchDirty}
          actions={({ saving }) => (
            <div className={styles['foot']}>
              <Switch isSelected={goesOn} onChange={setGoesOn}>{t('workspace.create.another')}</Switch>
              <span className={styles['space']} />
              <Button onPress={close}>{t('ui.cancel')}</Button>
              <Button variant="primary" type="submit" isPending={saving}>{t('workspace.create.submit', { name: object.label })}</Button>
            </div>
          )} />
      </Dialog>
      <AlertDialog isOpen={isLeaving || blocker.status === 'blocked'} title={t('workspace.create.discardTitle', { name: object.label })} confirmLabel={t('workspace.create.discard')} cancelLabel={t('workspace.create.stay')}
        onOpenChange={() => { setLeaving(false); blocker.reset?.(); }}
        onConfirm={() => {
          setLeaving(false);
          markUnsaved(false);
          if (blocker.status === 'blocked') blocker.proceed();
          else onClose();
        }}>
        {t('workspace.create.discardBody')}
      </AlertDialog>
    </>
  );
}

/** Blank values of a new record are left out, so that the server's own defaults hold. */
function presentValues(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
