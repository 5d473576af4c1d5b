import type { WorkflowStep } from '@guanxi/metadata';
import { CornerDownRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '../../../../ui/overlays/CommandDialog.js';
import type { FlowItem } from '../flow/flow-items.js';
import { idsWithin, isSameList, OWN_STEPS, type StepList, type StepPlace } from '../workflow-edits.js';
import styles from './Steps.module.css';

interface MoveDialogProps {
  readonly items: readonly FlowItem[];
  readonly moved: FlowItem;
  readonly onMove: (place: StepPlace) => void;
  readonly onClose: () => void;
}

/** Every other place of the flow, so that nothing has to be dragged. */
export function MoveDialog({ items, moved, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  const sections = listsOf(items, moved.step).map(({ list, title, items: own }) => ({
    title: title ?? t('flow.ownSteps'),
    rows: [...own.map((item, index) => ({ place: { list, index }, label: t('flow.before', { number: item.number, title: item.title }) })), { place: { list, index: own.length }, label: t(own.length === 0 ? 'flow.intoEmpty' : 'flow.atEnd') }]
      .filter(({ place }) => !(isSameList(list, moved.list) && (place.index === moved.index || place.index === moved.index + 1)))
      .filter(({ label }) => label.toLocaleLowerCase().includes(wanted) || title?.toLocaleLowerCase().includes(wanted))
      .map(({ place, label }) => ({ id: JSON.stringify(place), label, glyph: <span className={styles['place']}><CornerDownRight size={15} aria-hidden /></span> })),
  })).filter(({ rows }) => rows.length > 0);
  return (
    <CommandDialog isOpen onOpenChange={onClose} label={t('flow.moveTo', { title: moved.title })} placeholder={t('flow.searchPlaces')} text={text} onTextChange={setText} sections={sections} emptyText={t('ui.noMatch')}
      onChoose={(id) => onMove(JSON.parse(id) as StepPlace)} />
  );
}

interface ListOfSteps { readonly list: StepList; readonly title: string | null; readonly items: readonly FlowItem[] }

/** Each list of steps but those within the step that moves. */
function listsOf(items: readonly FlowItem[], moved: WorkflowStep): readonly ListOfSteps[] {
  const own = idsWithin(moved);
  const walk = (inner: readonly FlowItem[]): readonly ListOfSteps[] => inner.flatMap((item) => (own.has(item.step.id) ? [] : item.ways.flatMap((way) => [{ list: way.list, title: `${item.number} ${item.title} › ${way.title}`, items: way.items }, ...walk(way.items)])));
  return [{ list: OWN_STEPS, title: null, items }, ...walk(items)];
}
