import type { ObjectDocument, ViewDocument } from '@guanxi/metadata';
import { useMemo, useState } from 'react';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery, type Problem } from '../../api/index.js';
import { Button, CodeText, ErrorSummary, Field, IconButton, Notice, Select, Sheet, showToast } from '../../ui/index.js';
import { FilterBar } from '../../workspace/filters/FilterBar.js';
import { conditionOfTree, treeOfCondition, type FilterNode } from '../../workspace/filters/filter-tree.js';
import { FilterMenu } from '../../workspace/filters/FilterMenu.js';
import { suggestFieldName } from '../documents/suggest-name.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { sayProblem } from '../form/match-problems.js';
import { TranslatedText } from '../form/TranslatedText.js';
import { useCloseGuard } from '../form/use-close-guard.js';
import { describeFields } from '../layouts/describe-fields.js';
import { nameNext } from '../layouts/name-next.js';
import { OrderedNames } from './OrderedNames.js';
import styles from './Views.module.css';

export type ViewDraft = Omit<ViewDocument, 'guanxi'> & { readonly guanxi?: { readonly id: string } };

interface ViewSheetProps {
  readonly object: ObjectDocument;
  readonly view: ViewDraft;
  /** Names of the views that there are, for the name of a new one. */
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

const MOST_ORDERS = 5;

/** One list view: its title, columns, condition and order. */
export function ViewSheet({ object, view, taken, onClose }: ViewSheetProps) {
  const { t, i18n } = useTranslation();
  const [edited, setEdited] = useState(view);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { data: workspace } = useWorkspaceQuery();
  const described = workspace?.objects.find(({ name }) => name === object.name);
  const [filters, setFilters] = useState<readonly FilterNode[] | undefined>(() => workspace && described && treeOfCondition(workspace, described, view.where));
  const conditionOf = (nodes: readonly FilterNode[]) => (workspace && described ? conditionOfTree(workspace, described, nodes) : view.where);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const isDirty = edited !== view || (filters !== undefined && JSON.stringify(conditionOf(filters)) !== JSON.stringify(view.where));
  const { requestClose, dialog } = useCloseGuard(isDirty, onClose);
  const fields = useMemo(() => describeFields(object, t, i18n.language), [object, t, i18n.language]);
  const set = (changes: Partial<ViewDraft>) => setEdited((before) => ({ ...before, ...changes }));
  const orders = edited.orderBy ?? [];

  const submit = async () => {
    const name = edited.guanxi ? edited.name : nameNext(`${object.name}.${suggestFieldName(edited.title) || 'view'}`, taken);
    const { where: before, orderBy: _, titles, ...rest } = edited;
    const where = filters === undefined ? before : conditionOf(filters);
    const document = { ...rest, name, ...(titles && Object.keys(titles).length > 0 && { titles }), ...(where && { where }), ...(orders.length > 0 && { orderBy: orders }) };
    const found = await save({ documents: [document] });
    setProblems(found);
    if (found.length > 0) return;
    showToast({ message: t('interface.view.saved', { name: edited.title }), description: t('setup.sets.savedHint'), tone: 'success' });
    onClose();
  };
  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} isGuarded={isDirty} size="large" title={edited.guanxi ? t('interface.view.edit') : t('interface.view.new')} description={t('interface.view.body')}
        footer={<><Button onPress={requestClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={edited.title.trim() === '' || edited.columns.length === 0} onPress={() => void submit()}>{t('ui.save')}</Button></>}>
        <div className={styles['stack']}>
          {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
          <TranslatedText label={t('interface.view.title')} isRequired autoFocus value={{ text: edited.title, titles: edited.titles ?? {} }} onChange={({ text, titles }) => set({ title: text, titles })} />
          <OrderedNames label={t('interface.view.columns')} addLabel={t('interface.view.addColumn')} least={1} names={edited.columns} offered={fields} onChange={(columns) => set({ columns })} />
          <Field label={t('interface.view.condition')} help={t('interface.view.conditionHelp')}>
            {filters === undefined ? <Notice title={t('interface.view.more')}><CodeText isBlock>{JSON.stringify(edited.where ?? {}, null, 2)}</CodeText></Notice> : workspace && described && (
              <div>
                <FilterBar workspace={workspace} object={described} nodes={filters} onChange={setFilters} />
                <FilterMenu workspace={workspace} object={described} onAdd={(filter) => setFilters([...filters, filter])} />
              </div>
            )}
          </Field>
          <div role="group" aria-label={t('interface.view.order')} className={styles['stack']}>
            <div className={styles['groupTitle']}>{t('interface.view.order')}</div>
            {orders.map((order, index) => (
              <div key={index} className={styles['row']}>
                <Select label={t('interface.view.orderField')} hideLabel value={order.field} choices={fields.map(({ name, title }) => ({ value: name, label: title }))} onChange={(field) => { if (field) set({ orderBy: orders.with(index, { ...order, field }) }); }} />
                <Select label={t('interface.view.direction')} hideLabel value={order.direction} choices={(['asc', 'desc'] as const).map((value) => ({ value, label: t(`interface.view.${value}`) }))} onChange={(direction) => { if (direction) set({ orderBy: orders.with(index, { ...order, direction: direction as 'asc' | 'desc' }) }); }} />
                <IconButton icon={X} label={t('interface.view.removeOrder')} onPress={() => set({ orderBy: orders.toSpliced(index, 1) })} />
              </div>
            ))}
            {orders.length < MOST_ORDERS && <div><Button size="small" icon={Plus} onPress={() => set({ orderBy: [...orders, { field: edited.columns[0] ?? 'createdAt', direction: 'asc' }] })}>{t('interface.view.addOrder')}</Button></div>}
          </div>
        </div>
      </Sheet>
      {dialog}
    </>
  );
}
