import type { FormRecord } from '@guanxi/forms';
import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/index.js';
import type { RecordRow } from '../records/record-row.js';
import { CreateForm } from './CreateForm.js';
import { CreateInPlace } from './CreateInPlace.js';
import { isLongForm } from './form-length.js';
import { LeaveGuard } from './LeaveGuard.js';
import { useDraft } from './use-draft.js';
import { useUnsaved } from './use-unsaved.js';

export interface CreateDialogProps {
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  /** Values that the place it is opened from gives. */
  readonly given?: Partial<FormRecord> | undefined;
  /** Made for a field of another form: no drafts, and one record only. */
  readonly isNested?: boolean;
  readonly onClose: () => void;
  readonly onCreated?: ((record: RecordRow) => void) | undefined;
}

/** A new record over the page that it is made from. */
export function CreateDialog({ object, workspace, given, isNested = false, onClose, onCreated }: CreateDialogProps) {
  const { t } = useTranslation();
  const draft = useDraft({ workspace, object, isOff: isNested });
  const unsaved = useUnsaved(onClose, draft.drop);
  const saved = (record: RecordRow, isNext: boolean) => {
    onCreated?.(record);
    if (!isNext) onClose();
  };
  return (
    <CreateInPlace workspace={workspace} dialog={CreateDialog}>
      <Dialog isOpen onOpenChange={unsaved.leave} title={t('workspace.newRecord', { name: object.label })} size={isLongForm(object) ? 'large' : 'medium'}>
        <CreateForm object={object} workspace={workspace} given={given} unsaved={unsaved} draft={draft} isNested={isNested} onSaved={saved} />
      </Dialog>
      <LeaveGuard unsaved={unsaved} name={object.label} />
    </CreateInPlace>
  );
}
