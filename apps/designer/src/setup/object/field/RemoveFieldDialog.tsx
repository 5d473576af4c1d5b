import type { ObjectDocument } from '@guanxi/metadata';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Button, Dialog, ErrorState, ErrorSummary, Notice, showToast, SkeletonLines } from '../../../ui/index.js';
import type { Problem } from '../../../api/index.js';
import type { Usage } from '../../documents/document-types.js';
import { removeField } from '../../documents/object-edits.js';
import { draftedDocuments, fieldUsageOptions } from '../../documents/setup-queries.js';
import { useSaveDraft } from '../../documents/use-draft-edits.js';
import { useDraftUndo } from '../../documents/use-draft-undo.js';
import { sayProblem } from '../../form/match-problems.js';
import { dropFieldUses, splitUses } from './field-uses.js';
import styles from './Field.module.css';

interface RemoveFieldDialogProps {
  readonly object: ObjectDocument;
  readonly fieldNames: readonly string[];
  /** Some of them hold values. */
  readonly isPublished: boolean;
  readonly onClose: () => void;
  readonly onRemoved?: () => void;
}

/** Says first who needs the fields. Columns and cells go with them; formulas and workflow steps have to be mended by hand. */
export function RemoveFieldDialog({ object, fieldNames, isPublished, onClose, onRemoved }: RemoveFieldDialogProps) {
  const { t } = useTranslation();
  const asked = useQueries({ queries: fieldNames.map((name) => ({ ...fieldUsageOptions(object.name, name), staleTime: 0 })) });
  const documents = useQuery(draftedDocuments);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { undo } = useDraftUndo();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const titles = fieldNames.map((name) => object.properties[name]?.title ?? name);
  const failed = asked.find(({ error }) => error);
  const isLooking = asked.some((one) => one.isPending);
  const uses = isLooking || failed ? null : splitUses(asked.flatMap(({ data }) => data ?? []), object.name, fieldNames);
  const without = fieldNames.reduce(removeField, object);
  const others = (documents.data ?? []).map(({ document }) => document).filter(({ guanxi }) => guanxi.id !== object.guanxi.id);
  const edit = uses ? dropFieldUses([without, ...others], uses.places) : null;
  const dropped = uses?.places.filter((use) => !edit?.left.includes(use)) ?? [];
  const name = titles.length === 1 ? titles[0] : t('model.fields.several', { count: titles.length });

  const remove = async () => {
    if (!edit) return;
    const found = await save({ documents: edit.documents.some(({ guanxi }) => guanxi.id === object.guanxi.id) ? edit.documents : [without, ...edit.documents] });
    setProblems(found);
    if (found.length > 0) return;
    showToast({ message: t('setup.remove.done', { name }), description: t(isPublished ? 'setup.remove.doneHint' : 'setup.remove.doneNew'), tone: 'success', onUndo: undo });
    onRemoved?.();
    onClose();
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={titles.length === 1 ? t('setup.remove.title', { name }) : t('model.fields.removeTitle', { count: titles.length })} role="alertdialog"
      footer={(
        <>
          <Button onPress={onClose} autoFocus>{t('ui.cancel')}</Button>
          <Button variant="danger" isPending={isPending} isDisabled={!edit || edit.left.length > 0} onPress={() => void remove()}>{titles.length === 1 ? t('setup.field.remove') : t('model.fields.removeChosen', { count: titles.length })}</Button>
        </>
      )}>
      {titles.length > 1 && <p>{titles.join(', ')}</p>}
      {isLooking && <SkeletonLines count={3} />}
      {failed?.error && <ErrorState message={failed.error.message} onRetry={() => void failed.refetch()} />}
      {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
      {edit && edit.left.length > 0 && <Notice tone="danger" title={t('setup.remove.blocked', { count: edit.left.length })}><UseList uses={edit.left} />{t('setup.remove.blockedHint')}</Notice>}
      {edit && edit.left.length === 0 && dropped.length > 0 && <><p>{t('setup.remove.alsoFrom', { count: dropped.length })}</p><UseList uses={dropped} /></>}
      {uses && uses.clients.length > 0 && <Notice tone="warning">{uses.clients.map(({ title }) => title).join(' ')}</Notice>}
      {edit && uses?.places.length === 0 && <p>{t('setup.remove.unused')}</p>}
      {edit && edit.left.length === 0 && <p>{t(isPublished ? 'setup.remove.later' : 'setup.remove.neverPublished')}</p>}
    </Dialog>
  );
}

function UseList({ uses }: { readonly uses: readonly Usage[] }) {
  const { t, i18n } = useTranslation();
  return (
    <ul className={styles['uses']}>
      {uses.map(({ kind, name, title, path }) => (
        <li key={path} className={styles['use']}>
          <Badge>{i18n.exists(`setup.documentKind.${kind}`) ? t(`setup.documentKind.${kind}`) : kind}</Badge>
          <span>{title || name}</span>
          <span className={styles['usePath']}>{path.split('/').slice(2).join(' › ')}</span>
        </li>
      ))}
    </ul>
  );
}
