import type { ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Button, Dialog, ErrorState, ErrorSummary, Notice, showToast, SkeletonLines } from '../../../ui/index.js';
import type { Problem } from '../../../api/index.js';
import type { Usage } from '../../documents/document-types.js';
import { removeField } from '../../documents/object-edits.js';
import { draftedDocuments, fieldUsageOptions } from '../../documents/setup-queries.js';
import { useSaveDraft } from '../../documents/use-draft-edits.js';
import { sayProblem } from '../../form/match-problems.js';
import { dropFieldUses } from './field-uses.js';
import styles from './Field.module.css';

interface RemoveFieldDialogProps {
  readonly object: ObjectDocument;
  readonly fieldName: string;
  readonly isPublished: boolean;
  readonly onClose: () => void;
}

/** Says first who needs the field. Columns and cells go with it; formulas and workflow steps have to be mended by hand. */
export function RemoveFieldDialog({ object, fieldName, isPublished, onClose }: RemoveFieldDialogProps) {
  const { t } = useTranslation();
  const uses = useQuery({ ...fieldUsageOptions(object.name, fieldName), staleTime: 0 });
  const documents = useQuery(draftedDocuments);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const title = object.properties[fieldName]?.title ?? fieldName;
  const others = (documents.data ?? []).map(({ document }) => document).filter(({ guanxi }) => guanxi.id !== object.guanxi.id);
  const edit = uses.data ? dropFieldUses(others, uses.data) : null;
  const dropped = uses.data?.filter((use) => !edit?.left.includes(use)) ?? [];

  const remove = async () => {
    if (!edit) return;
    const found = await save({ documents: [removeField(object, fieldName), ...edit.documents] }).catch((error: Error): readonly Problem[] => [{ path: '', code: 'failed', message: error.message }]);
    setProblems(found);
    if (found.length > 0) return;
    showToast({ message: t('setup.remove.done', { name: title }), description: t(isPublished ? 'setup.remove.doneHint' : 'setup.remove.doneNew'), tone: 'success' });
    onClose();
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('setup.remove.title', { name: title })} role="alertdialog"
      footer={(
        <>
          <Button onPress={onClose} autoFocus>{t('ui.cancel')}</Button>
          <Button variant="danger" isPending={isPending} isDisabled={!edit || edit.left.length > 0} onPress={() => void remove()}>{t('setup.field.remove')}</Button>
        </>
      )}>
      {uses.isPending && <SkeletonLines count={3} />}
      {uses.error && <ErrorState message={uses.error.message} onRetry={() => void uses.refetch()} />}
      {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
      {edit && edit.left.length > 0 && <Notice tone="danger" title={t('setup.remove.blocked', { count: edit.left.length })}><UseList uses={edit.left} />{t('setup.remove.blockedHint')}</Notice>}
      {edit && edit.left.length === 0 && dropped.length > 0 && <><p>{t('setup.remove.alsoFrom', { count: dropped.length })}</p><UseList uses={dropped} /></>}
      {edit && uses.data?.length === 0 && <p>{t('setup.remove.unused')}</p>}
      {edit && edit.left.length === 0 && <p>{t(isPublished ? 'setup.remove.later' : 'setup.remove.neverPublished')}</p>}
    </Dialog>
  );
}

function UseList({ uses }: { readonly uses: readonly Usage[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles['uses']}>
      {uses.map(({ kind, name, title, path }) => (
        <li key={path} className={styles['use']}>
          <Badge>{t(`setup.documentKind.${kind}`)}</Badge>
          <span>{title || name}</span>
          <span className={styles['usePath']}>{path.split('/').slice(2).join(' › ')}</span>
        </li>
      ))}
    </ul>
  );
}
