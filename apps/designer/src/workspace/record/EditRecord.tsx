import { readRecord } from '@guanxi/forms';
import { RecordForm } from '@guanxi/forms/react';
import type { LayoutDocument, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useBlocker } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertDialog, Button, useShortcut } from '../../ui/index.js';
import { CreateDialog } from '../create/CreateDialog.js';
import { CreateInPlace } from '../create/CreateInPlace.js';
import type { RecordRow } from '../records/record-row.js';
import { ConflictDialog } from './ConflictDialog.js';
import { useFormProps } from './use-form-props.js';
import { useSaveRecord } from './use-save-record.js';
import styles from './EditRecord.module.css';

interface EditRecordProps {
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  readonly layout: LayoutDocument;
  readonly record: RecordRow;
  readonly onClose: () => void;
}

/** All fields of a record at once, with one Save for them; unsaved work is not left by accident. */
export function EditRecord({ object, workspace, layout, record, onClose }: EditRecordProps) {
  const { t } = useTranslation();
  const form = useFormProps(workspace, object);
  // What others save meanwhile must not take away what is being typed.
  const [first] = useState(record);
  const shown = useMemo(() => readRecord(object, first), [object, first]);
  const { save, conflict } = useSaveRecord({ object, workspace, record: first, shown });
  const place = useRef<HTMLDivElement>(null);
  const unsaved = useRef(false);
  const [isLeaving, setLeaving] = useState(false);
  const watch = useCallback((dirty: boolean) => { unsaved.current = dirty; }, []);
  const blocker = useBlocker({ shouldBlockFn: () => unsaved.current, withResolver: true, enableBeforeUnload: () => unsaved.current });
  const close = () => (unsaved.current ? setLeaving(true) : onClose());
  const submit = () => place.current?.querySelector('form')?.requestSubmit();
  useShortcut({ keys: 'mod+s', label: t('ui.save'), section: t('workspace.keys.record'), run: submit });
  useShortcut({ keys: 'esc', label: t('ui.cancel'), section: t('workspace.keys.record'), worksWhileTyping: true, run: close });
  useEffect(() => { void place.current?.scrollIntoView({ block: 'nearest' }); }, []);
  return (
    <div ref={place}>
      <CreateInPlace workspace={workspace} dialog={CreateDialog}>
        <RecordForm {...form} layout={layout} record={shown} mode="edit" onDirtyChange={watch}
          onSave={async (values) => {
            const problems = Object.keys(values).length === 0 ? undefined : await save(values);
            if (!problems) { unsaved.current = false; onClose(); }
            return problems;
          }}
          actions={({ saving, dirty }) => (
            <div className={styles['bar']}>
              <span className={styles['note']}>{dirty ? t('lists.edit.unsaved') : ''}</span>
              <Button onPress={close}>{t('ui.cancel')}</Button>
              <Button variant="primary" type="submit" isPending={saving}>{t('ui.save')}</Button>
            </div>
          )} />
      </CreateInPlace>
      {conflict && <ConflictDialog object={object} conflict={conflict} />}
      <AlertDialog isOpen={isLeaving || blocker.status === 'blocked'} title={t('lists.edit.discardTitle')} confirmLabel={t('workspace.create.discard')} cancelLabel={t('workspace.create.stay')}
        onOpenChange={() => { setLeaving(false); blocker.reset?.(); }}
        onConfirm={() => { unsaved.current = false; setLeaving(false); if (blocker.status === 'blocked') blocker.proceed(); else onClose(); }}>
        {t('workspace.create.discardBody')}
      </AlertDialog>
    </div>
  );
}
