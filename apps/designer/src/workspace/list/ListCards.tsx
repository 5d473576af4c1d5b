import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { CardList, PlainButton, SkeletonLines, TextLink } from '../../ui/index.js';
import { recordHref } from '../records/record-href.js';
import { recordName } from '../records/record-name.js';
import { GroupLabel } from './GroupLabel.js';
import type { ListPlan } from './list-question.js';
import type { ListActions } from './use-list-actions.js';
import { useListColumns } from './use-list-columns.js';
import type { ListRows } from './use-list-rows.js';
import styles from './ListCards.module.css';

interface ListCardsProps {
  readonly workspace: WorkspaceDescription;
  readonly object: ObjectDescription;
  readonly plan: ListPlan;
  readonly rows: ListRows;
  readonly actions: ListActions;
}

const mostFacts = 3;
const nameHeight = 46;
const factHeight = 22;

/** The list where there is no room for a table: each record a card with its name and what the first columns say. */
export function ListCards({ workspace, object, plan, rows, actions }: ListCardsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = useListColumns(workspace, object, plan.columns, actions).slice(1, 1 + mostFacts);
  const { grouped, total } = rows;
  const draw = (index: number) => {
    const place = grouped?.placeAt(index);
    const group = place && place.row < 0 ? grouped?.groups[place.sectionIndex] : undefined;
    if (grouped && place && group && plan.grouping) {
      const Chevron = place.section.isOpen ? ChevronDown : ChevronRight;
      return <PlainButton className={styles['group'] ?? ''} aria-expanded={place.section.isOpen} onPress={() => grouped.toggle(place.section.key)}><Chevron size={15} aria-hidden /><GroupLabel grouping={plan.grouping} group={group} /><span className={styles['count']}>{format.number(group.count)}</span></PlainButton>;
    }
    const row = rows.getRow(index);
    if (!row) return <div className={styles['card']}><SkeletonLines count={2} /></div>;
    return (
      <div className={styles['card']}>
        <span className={styles['name']}><TextLink isPlain href={recordHref(object.name, row.id)}>{recordName(object, row)}</TextLink></span>
        <dl className={styles['facts']}>{facts.map((column) => <div key={column.id} className={styles['fact']}><dt>{column.header}</dt><dd>{column.render(row)}</dd></div>)}</dl>
      </div>
    );
  };
  return (
    <CardList label={plan.view?.title ?? object.pluralLabel} count={rows.isLoading ? 8 : rows.rowCount} height={nameHeight + facts.length * factHeight} draw={draw} onVisibleRange={rows.show} isRefetching={rows.isRefetching}
      {...(total !== null && { foot: t('workspace.list.count', { count: total, shown: format.number(total) }) })} />
  );
}
