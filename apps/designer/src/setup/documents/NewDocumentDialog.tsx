import type { MetadataDocument, ObjectDescription } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, Dialog, ErrorSummary, Select, TextField } from '../../ui/index.js';
import { sayProblem } from '../form/match-problems.js';
import type { StatedDocument } from './document-types.js';
import { useDraftedObjects } from './drafted-objects.js';
import { freeName, suggestFieldName } from './suggest-name.js';
import { useSaveDraft } from './use-draft-edits.js';
import formStyles from '../form/Form.module.css';

export interface NewDocument {
  readonly name: string;
  readonly title: string;
  /** What it is about; only where the dialog asks. */
  readonly object: ObjectDescription | undefined;
  readonly objects: readonly ObjectDescription[];
}

export interface NewDocumentDialogProps {
  readonly kind: MetadataDocument['kind'];
  readonly documents: readonly StatedDocument[];
  /** The name where the title makes none. */
  readonly fallback: string;
  /** Where its page is: `/setup/letters`. */
  readonly path: string;
  readonly texts: { readonly title: string; readonly create: string; readonly titleMissing: string; readonly example?: string; readonly help?: string };
  /** Asks what it is about. */
  readonly about?: { readonly label: string; readonly missing: string };
  readonly make: (wanted: NewDocument) => unknown;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Makes a document of a title, and of the object it is about where that is asked; then goes to its page. */
export function NewDocumentDialog({ kind, documents, fallback, path, texts, about, make, onClose, children }: NewDocumentDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const objects = useDraftedObjects().filter(({ platform }) => !platform);
  const [title, setTitle] = useState('');
  const [objectName, setObjectName] = useState<string | null>(null);
  const [wasTried, setTried] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const object = about && objects.find(({ name }) => name === objectName);

  const create = async () => {
    setTried(true);
    if (title.trim() === '' || (about && !object)) return;
    const name = freeName(suggestFieldName(title) || fallback, documents.filter((one) => one.kind === kind).map((one) => one.name));
    const found = await save({ documents: [make({ name, title: title.trim(), object, objects })] });
    setProblems(found);
    if (found.length > 0) return;
    onClose();
    void navigate({ href: `${path}/${name}` });
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={texts.title} footer={(
      <>
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
        <Button variant="primary" isPending={isPending} onPress={() => void create()}>{texts.create}</Button>
      </>
    )}>
      <form className={formStyles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); void create(); }}>
        {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
        <TextField label={t('setup.field.label')} isRequired autoFocus value={title} onChange={setTitle} maxLength={255} {...(texts.example !== undefined && { placeholder: texts.example })} {...(texts.help !== undefined && { help: texts.help })}
          error={wasTried && title.trim() === '' ? texts.titleMissing : null} />
        {about && <Select label={about.label} isRequired value={objectName} onChange={setObjectName} choices={objects.map(({ name, label }) => ({ value: name, label }))} error={wasTried && !object ? about.missing : null} />}
        {children}
      </form>
    </Dialog>
  );
}
