import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { CardList, Checkbox, classNames, PlainButton, SkeletonLines, TextLink } from '../../ui/index.js';
import { recordHref } from '../records/record-href.js';
import { recordName } from '../records/record-name.js';
import { GroupLabel } from './GroupLabel.js';
import type { ListPlan } from './list-question.js';
import type { ListSelection } from './selection.js';
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
  readonly selection: ListSelection;
  readonly onSelectionChange: (selection: ListSelection) => void;
  /** A touch on a card chooses it instead of opening its record. */
  readonly isChoosing: boolean;
  /** A long touch begins it. */
  readonly onChoose: () => void;
}

const mostFacts = 3;
const nameHeight = 46;
const factHeight = 22;

/** The list where there is no room for a table: each record a card with its name and what the first columns say. */
export function ListCards({ workspace, object, plan, rows, actions, selection, onSelectionChange, isChoosing, onChoose }: ListCardsProps) {
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
    const name = recordName(object, row);
    const isChosen = selection.isEvery || selection.ids.has(row.id);
    const choose = () => onSelectionChange({ ids: toggled(selection.isEvery ? loadedIds(rows) : selection.ids, row.id), isEvery: false });
    const begin = (event: MouseEvent) => {
      event.preventDefault();
      onChoose();
      choose();
    };
    return (
      <div className={classNames(styles['card'], isChoosing && styles['choosing'], isChosen && styles['chosen'])} {...(!isChoosing && { onContextMenu: begin })}>
        {isChoosing && <span className={styles['box']}><Checkbox isSelected={isChosen} onChange={choose}>{t('ui.grid.selectRow', { name })}</Checkbox></span>}
        <span className={styles['name']}>{isChoosing ? name : <TextLink isPlain href={recordHref(object.name, row.id)}>{name}</TextLink>}</span>
        <dl className={styles['facts']} {...(isChoosing && { inert: true })}>{facts.map((column) => <div key={column.id} className={styles['fact']}><dt>{column.header}</dt><dd>{column.render(row)}</dd></div>)}</dl>
      </div>
    );
  };
  return (
    <CardList label={plan.view?.title ?? object.pluralLabel} count={rows.isLoading ? 8 : rows.rowCount} height={nameHeight + facts.length * factHeight} draw={draw} onVisibleRange={rows.show} isRefetching={rows.isRefetching}
      {...(total !== null && { foot: t('workspace.list.count', { count: total, shown: format.number(total) }) })} />
  );
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Where all were chosen and one is not any more, those that are loaded stay chosen. */
function loadedIds({ rowCount, getRow }: ListRows): ReadonlySet<string> {
  return new Set(Array.from({ length: rowCount }, (_, index) => getRow(index)?.id).filter((id) => id !== undefined));
}
