import type { LayoutDocument, ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Eye, Monitor, Pencil, Redo2, Smartphone, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, EmptyState, ErrorState, ErrorSummary, IconButton, LinkButton, SegmentedControl, showToast, SkeletonLines, useShortcut } from '../../ui/index.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { titleOf } from '../documents/use-object-title.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { sayProblem } from '../form/match-problems.js';
import { useLeaveGuard } from '../form/use-leave-guard.js';
import { describeFields } from './describe-fields.js';
import { FieldPalette } from './FieldPalette.js';
import { findCell, placeField } from './layout-edits.js';
import { LayoutCanvas, type Selected } from './LayoutCanvas.js';
import { LayoutInspector } from './LayoutInspector.js';
import { LayoutPreview } from './LayoutPreview.js';
import { useEditHistory } from './use-edit-history.js';
import styles from './Layouts.module.css';

/** One layout: fields to the left, the page in the middle, what can be said of the chosen part to the right. */
export function LayoutDesignerPage() {
  const { t, i18n } = useTranslation();
  const { object: objectName, layout: name } = useParams({ strict: false }) as { readonly object: string; readonly layout: string };
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  const object = data?.filter(isKind('object')).find((one) => one.name === objectName)?.document;
  const layout = data?.filter(isKind('layout')).find((one) => one.name === name && one.state !== 'REMOVED')?.document;
  const title = object ? titleOf(object, i18n.language) : objectName;
  usePage({ title: name, crumbs: [{ label: t('shell.setupNav.objects'), href: '/setup/objects' }, { label: title, href: `/setup/objects/${encodeURIComponent(objectName)}?tab=layout` }, { label: name }] });
  if (isPending) return <PageBody><SkeletonLines count={10} /></PageBody>;
  if (error && !data) return <PageBody><ErrorState message={error.message} onRetry={() => void refetch()} /></PageBody>;
  if (!object || !layout) return <PageBody><EmptyState kind="no-match" title={t('interface.layout.unknown', { name })} actions={<LinkButton href={`/setup/objects/${encodeURIComponent(objectName)}?tab=layout`}>{t('interface.layout.back')}</LinkButton>} /></PageBody>;
  return <Designer key={name} document={layout} object={object} />;
}

function Designer({ document, object }: { readonly document: LayoutDocument; readonly object: ObjectDocument }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { value: layout, edit, undo, redo, reset, canUndo, canRedo } = useEditHistory(document);
  const [saved, setSaved] = useState(document);
  const [selected, setSelected] = useState<Selected>({ kind: 'page' });
  const [mode, setMode] = useState<'edit' | 'preview'>('edit');
  const [width, setWidth] = useState<'wide' | 'narrow'>('wide');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const isDirty = layout !== saved;
  const guard = useLeaveGuard(isDirty);
  const fields = useMemo(() => describeFields(object, t, i18n.language), [object, t, i18n.language]);
  const byName = useMemo(() => new Map(fields.map((field) => [field.name, field])), [fields]);
  const free = fields.filter(({ name }) => !findCell(layout, name));

  const submit = async () => {
    const found = await save({ documents: [layout] });
    setProblems(found);
    if (found.length > 0) return;
    setSaved(layout);
    reset(layout);
    showToast({ message: t('interface.layout.saved'), description: t('setup.sets.savedHint'), tone: 'success' });
  };
  const place = (field: string) => {
    const section = selected.kind === 'section' ? selected.index : selected.kind === 'cell' ? (findCell(layout, selected.field)?.section ?? 0) : 0;
    edit(placeField(layout, field, { section, index: layout.sections[section]?.cells.length ?? 0 }));
    setSelected({ kind: 'cell', field });
  };
  useShortcut({ keys: 'mod+s', label: t('ui.save'), section: t('shell.setup'), isDisabled: !isDirty, worksWhileTyping: true, run: () => void submit() });
  useShortcut({ keys: 'mod+z', label: t('interface.layout.undo'), section: t('shell.setup'), isDisabled: !canUndo, run: undo });
  useShortcut({ keys: 'mod+shift+z', label: t('interface.layout.redo'), section: t('shell.setup'), isDisabled: !canRedo, run: redo });
  return (
    <div className={styles['page']}>
      <div className={styles['head']} />
      <div className={styles['tools']} role="toolbar" aria-label={t('interface.layout.tools')}>
        <h1 className={styles['cellTitle']}>{layout.name}</h1>
        <Button size="small" variant="quiet" onPress={() => setSelected({ kind: 'page' })} isDisabled={selected.kind === 'page'}>{t('interface.layout.pageSettings')}</Button>
        <span className={styles['spring']} />
        <IconButton icon={Undo2} label={t('interface.layout.undo')} shortcut="mod+z" isDisabled={!canUndo} onPress={undo} />
        <IconButton icon={Redo2} label={t('interface.layout.redo')} shortcut="mod+shift+z" isDisabled={!canRedo} onPress={redo} />
        <SegmentedControl label={t('interface.layout.mode')} value={mode} onChange={(next) => setMode(next)} segments={[{ value: 'edit' as const, label: t('interface.layout.editing'), icon: Pencil }, { value: 'preview' as const, label: t('interface.layout.preview'), icon: Eye }]} />
        {mode === 'preview' && <SegmentedControl label={t('interface.layout.width')} value={width} onChange={setWidth} segments={[{ value: 'wide' as const, label: t('interface.layout.desktop'), icon: Monitor }, { value: 'narrow' as const, label: t('interface.layout.phone'), icon: Smartphone }]} />}
        <Button variant="primary" isDisabled={!isDirty} isPending={isPending} onPress={() => void submit()}>{t('ui.save')}</Button>
        <Button onPress={() => void navigate({ to: '/setup/objects/$object', params: { object: object.name }, search: { tab: 'layout' } })}>{t('ui.close')}</Button>
      </div>
      {problems.length > 0 && <div className={styles['tools']}><ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} /></div>}
      {mode === 'preview' ? <LayoutPreview layout={layout} isNarrow={width === 'narrow'} /> : (
        <div className={styles['frame']}>
          <FieldPalette fields={free} onPlace={place} />
          <LayoutCanvas layout={layout} fields={byName} selected={selected} onSelect={setSelected} onEdit={edit} />
          <LayoutInspector layout={layout} object={object} fields={byName} selected={selected} onSelect={setSelected} onEdit={edit} />
        </div>
      )}
      {guard}
    </div>
  );
}
