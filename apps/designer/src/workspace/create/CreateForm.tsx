import { startingValues, type FormRecord, type FormValues } from '@guanxi/forms';
import { RecordForm } from '@guanxi/forms/react';
import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { Button, Select } from '../../ui/index.js';
import { useFormProps } from '../record/use-form-props.js';
import { layoutOf } from '../records/layout-of.js';
import type { RecordRow } from '../records/record-row.js';
import { DraftNotice } from './DraftNotice.js';
import { SimilarRecords } from './SimilarRecords.js';
import { useCreateRecord } from './use-create-record.js';
import type { DraftKeeping, RestoredDraft } from './use-draft.js';
import { useSimilar } from './use-similar.js';
import type { Unsaved } from './use-unsaved.js';
import styles from './CreateForm.module.css';

export interface CreateFormProps {
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  /** Values that the place it is opened from gives. */
  readonly given?: Partial<FormRecord> | undefined;
  readonly unsaved: Unsaved;
  readonly draft: DraftKeeping;
  /** Made for a field of another form: one record, and nothing else is opened. */
  readonly isNested?: boolean;
  /** `isNext`: the form stays, for another one. */
  readonly onSaved: (record: RecordRow, isNext: boolean) => void;
}

/** The form of a new record, by the layout of its object; where it stands is up to the caller. */
export function CreateForm({ object, workspace, given, unsaved, draft, isNested = false, onSaved }: CreateFormProps) {
  const { t } = useTranslation();
  const form = useFormProps(workspace, object);
  const { org } = useSession();
  const [round, setRound] = useState(0);
  /** The form tells its values once more after they are saved. */
  const savedRound = useRef(-1);
  const [restored, setRestored] = useState<RestoredDraft | null>(null);
  const { user, now, display } = form;
  const { isDirty, mark } = unsaved;
  const { keep } = draft;
  const types = (object.recordTypes ?? []).filter(({ offered }) => offered);
  const [type, setType] = useState<string | null>(() => types.find(({ isDefault }) => isDefault)?.name ?? types[0]?.name ?? null);
  // Values that nobody has touched yet begin anew with another type; touched ones are kept.
  const [startingType, setStartingType] = useState(type);
  const layout = layoutOf(object, startingType);
  const starting = useMemo(
    () => startingValues(object, user, { ...given, values: { ...given?.values, ...(startingType !== null && { recordType: startingType }) } }, { workspace, moment: { now, timeZone: display.timeZone }, org }),
    [object, workspace, user, given, startingType, now, display.timeZone, org],
  );
  const record = useMemo(() => ({ ...starting, recordNames: { ...starting.recordNames, ...restored?.recordNames } }), [starting, restored]);
  const chooseType = (chosen: string | null) => {
    setType(chosen);
    if (!isDirty) setStartingType(chosen);
  };
  const { similar, watch } = useSimilar(object);
  const { save, saveAnyway, warned, isWarned } = useCreateRecord({
    object, isOpenable: !isNested,
    onSaved: (made, isNext) => {
      mark(false);
      savedRound.current = round;
      draft.drop();
      if (isNext) {
        setRestored(null);
        setStartingType(type);
        setRound((count) => count + 1);
        watch({});
      }
      onSaved(made, isNext);
    },
  });
  const watchDirty = useCallback((dirty: boolean) => mark(dirty || isWarned.current), [mark, isWarned]);
  const watchValues = useCallback((values: FormValues) => {
    if (savedRound.current === round) return;
    watch(values);
    keep(starting.values, values, typeof values['recordType'] === 'string' ? values['recordType'] : null);
  }, [watch, keep, starting, round]);
  const restore = async () => {
    const found = await draft.restore();
    if (!found) return;
    if (found.type !== null && types.some(({ name }) => name === found.type)) {
      setType(found.type);
      setStartingType(found.type);
    }
    setRestored(found);
    setRound((count) => count + 1);
  };
  const shown = warned?.records ?? similar;
  return (
    <>
      {draft.found && <DraftNotice savedAt={draft.found.savedAt} onRestore={() => void restore()} onDrop={draft.drop} />}
      {types.length > 1 && (
        <div className={styles['type']}>
          <Select label={t('workspace.create.type')} value={type} onChange={chooseType} choices={types.map(({ name, label, description }) => ({ value: name, label, ...(description !== undefined && { description }) }))} />
        </div>
      )}
      {shown.length > 0 && <SimilarRecords object={object} similar={shown} onSaveAnyway={warned?.isAll ? () => void saveAnyway(warned) : undefined} />}
      <RecordForm key={`${round} ${startingType ?? ''}`} {...form} layout={layout} record={record} mode="create" {...(restored && { changes: restored.values })} {...(type !== null && { recordType: type })}
        onRecordType={setType} onSave={(values, isNext) => save(values, isNext && !isNested)} onDirtyChange={watchDirty} onValuesChange={watchValues}
        actions={({ saving, saveNext }) => (
          <div className={styles['foot']}>
            <Button onPress={unsaved.leave}>{t('ui.cancel')}</Button>
            {!isNested && <Button isDisabled={saving} onPress={saveNext}>{t('creating.saveNext')}</Button>}
            <Button variant="primary" type="submit" isPending={saving}>{t('workspace.create.submit', { name: object.label })}</Button>
          </div>
        )} />
    </>
  );
}
