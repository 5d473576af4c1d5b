import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { FolderPlus, Link, Plus, SquareFunction, X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { recordsRequest } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, classNames, IconButton, isComposing, Notice, PlainButton, showToast } from '../../ui/index.js';
import { countQuery } from '../records/record-queries.js';
import type { ListQuestion } from '../records/record-lists.js';
import { BuilderNode } from './BuilderNode.js';
import { countIncomplete, isGroup, type FilterNode } from './filter-tree.js';
import { startFilter, type Filter } from './filter.js';
import { suggestedFilters } from './suggested-filters.js';
import { insertAfter, moveBy, nodeAt, removeAt, replaceAt, type TreePlace } from './tree-places.js';
import styles from './FilterBuilder.module.css';

export interface BuilderHands {
  readonly change: (place: TreePlace, node: FilterNode) => void;
  readonly remove: (place: TreePlace) => void;
  readonly add: (after: TreePlace) => void;
  readonly addTo: (group: TreePlace) => void;
}

interface FilterBuilderProps {
  readonly workspace: WorkspaceDescription;
  readonly object: ObjectDescription;
  readonly nodes: readonly FilterNode[];
  /** What the list asks for now, for the count. */
  readonly question: ListQuestion;
  /** Filters that could not be read. */
  readonly dropped: number;
  readonly onChange: (nodes: readonly FilterNode[]) => void;
  /** Absent where it is part of a form: then it has neither a title nor a link to the list. */
  readonly onClose?: () => void;
}

/** Filters as rows and groups, in effect as they are changed. Enter adds a row, Alt with the arrows moves one. */
export function FilterBuilder({ workspace, object, nodes, question, dropped, onChange, onClose }: FilterBuilderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const place = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const { data: count } = useQuery({
    queryKey: ['totals', object.name, 'count', question.where, question.search], staleTime: 5_000,
    queryFn: async ({ signal }) => {
      const { query, variables } = countQuery(object, question);
      return (await recordsRequest<{ counted: { totalCount: number } }>(query, variables, signal)).counted.totalCount;
    },
  });
  useEffect(() => {
    if (wanted === null) return;
    place.current?.querySelector<HTMLElement>(`[data-place="${wanted}"] :is(input, button)`)?.focus();
    setWanted(null);
  }, [wanted, nodes]);

  const fresh = useCallback((): Filter | undefined => {
    const field = object.fields.find(({ name }) => name === object.nameField) ?? object.fields[0];
    return field && startFilter(field);
  }, [object]);
  const hands: BuilderHands = {
    change: (at, node) => onChange(replaceAt(nodes, at, node)),
    remove: (at) => onChange(removeAt(nodes, at)),
    add: (after) => {
      const filter = fresh();
      if (!filter) return;
      onChange(insertAfter(nodes, after, filter));
      setWanted([...after.slice(0, -1), (after.at(-1) ?? 0) + 1].join('.'));
    },
    addTo: (group) => {
      const node = nodeAt(nodes, group);
      const filter = fresh();
      if (!filter || !node || !isGroup(node)) return;
      onChange(replaceAt(nodes, group, { ...node, parts: [...node.parts, filter] }));
      setWanted([...group, node.parts.length].join('.'));
    },
  };
  const append = (node: FilterNode | undefined) => { if (node) { onChange([...nodes, node]); setWanted(String(nodes.length)); } };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
    const at = event.target.closest<HTMLElement>('[data-place]')?.dataset['place']?.split('.').map(Number);
    if (event.key === 'Escape' && onClose) { event.preventDefault(); onClose(); }
    else if (at && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const moved = moveBy(nodes, at, event.key === 'ArrowUp' ? -1 : 1);
      onChange(moved.nodes);
      setWanted(moved.place.join('.'));
    } else if (at && event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.getAttribute('role') !== 'combobox') {
      event.preventDefault();
      hands.add(at);
    }
  };
  const incomplete = countIncomplete(nodes);
  const suggestions = suggestedFilters(object).filter(({ filter }) => !nodes.some((node) => 'field' in node && node.field === filter.field));
  return (
    <section ref={place} aria-label={t('lists.filter.builder')} className={classNames(styles['builder'], !onClose && styles['inForm'])} onKeyDown={onKeyDown}>
      <div className={styles['head']}>
        {onClose && <h2 className={styles['title']}>{t('lists.filter.builder')}</h2>}
        <span role="status" className={styles['count']}>{count === undefined ? '…' : t('lists.filter.count', { count, shown: format.number(count), name: object.pluralLabel })}</span>
        <span className={styles['space']} />
        {onClose && <Button size="small" variant="quiet" icon={Link} onPress={() => void navigator.clipboard.writeText(location.href).then(() => showToast({ message: t('workspace.record.linkCopied'), isBrief: true }))}>{t('workspace.record.copyLink')}</Button>}
        {onClose && <IconButton size="small" icon={X} label={t('ui.close')} onPress={onClose} />}
      </div>
      {dropped > 0 && <Notice tone="warning" title={t('lists.filter.dropped', { count: dropped })} />}
      <ul className={styles['rows']}>
        {nodes.map((node, index) => (
          <li key={index}>
            <BuilderNode workspace={workspace} object={object} node={node} place={[index]} joint={index === 0 ? 'where' : 'and'} hands={hands} />
          </li>
        ))}
      </ul>
      {incomplete > 0 && <p role="status" className={styles['note']}>{t('lists.filter.incomplete', { count: incomplete })}</p>}
      <div className={styles['foot']}>
        <Button size="small" variant="quiet" icon={Plus} onPress={() => append(fresh())}>{t('lists.filter.add')}</Button>
        <Button size="small" variant="quiet" icon={FolderPlus} onPress={() => append({ any: true, parts: [fresh()].filter((filter) => filter !== undefined) })}>{t('lists.filter.addGroup')}</Button>
        <Button size="small" variant="quiet" icon={SquareFunction} onPress={() => onChange([...nodes, { formula: '' }])}>{t('lists.filter.addFormula')}</Button>
        {suggestions.length > 0 && <span className={styles['hint']}>{t('lists.filter.suggested')}</span>}
        {suggestions.map(({ key, label, filter }) => <PlainButton key={key} className={styles['suggestion'] ?? ''} onPress={() => onChange([...nodes, filter])}>{label ?? t(`lists.filter.suggestions.${key}`)}</PlainButton>)}
      </div>
    </section>
  );
}

