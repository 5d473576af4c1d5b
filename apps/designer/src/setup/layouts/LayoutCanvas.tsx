import { translate, type LayoutCell, type LayoutDocument, type LayoutSection } from '@guanxi/metadata';
import { ChevronDown, ChevronUp, Ellipsis, Plus, TriangleAlert } from 'lucide-react';
import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Button, classNames, IconButton, Menu } from '../../ui/index.js';
import { kindIcon } from '../object/field/kind-icons.js';
import type { PlaceableField } from './describe-fields.js';
import { useDraggableField, useFieldTarget } from './drag-field.js';
import { addSection, changeCell, moveSection, placeField, removeSection, stepField, takeField, type CellPlace } from './layout-edits.js';
import styles from './Layouts.module.css';

/** What the inspector shows. */
export type Selected = { readonly kind: 'page' } | { readonly kind: 'section'; readonly index: number } | { readonly kind: 'cell'; readonly field: string };

interface LayoutCanvasProps {
  readonly layout: LayoutDocument;
  readonly fields: ReadonlyMap<string, PlaceableField>;
  readonly selected: Selected;
  readonly onSelect: (selected: Selected) => void;
  readonly onEdit: (layout: LayoutDocument) => void;
}

/** The page as it will be divided; everything can be dragged, and done by buttons and keys as well. */
export function LayoutCanvas({ layout, fields, selected, onSelect, onEdit }: LayoutCanvasProps) {
  const { t } = useTranslation();
  // Drop targets are registered once: they must see the layout as it is when something is let go.
  const current = useRef({ layout, onEdit, onSelect });
  current.current = { layout, onEdit, onSelect };
  const drop = useCallback((field: string, place: CellPlace) => {
    current.current.onEdit(placeField(current.current.layout, field, place));
    current.current.onSelect({ kind: 'cell', field });
  }, []);
  // A cell that goes to another section is drawn anew there: the keyboard goes along, and to the neighbour of one that is taken off.
  const canvas = useRef<HTMLDivElement>(null);
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (followed.current !== null) canvas.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(followed.current)}"]`)?.focus();
    followed.current = null;
  }, [layout]);
  const follow = useCallback((field: string | null) => { followed.current = field; }, []);
  return (
    <div ref={canvas} className={styles['canvas']} aria-label={t('interface.layout.canvas')} role="region" data-region tabIndex={-1}>
      <div className={styles['sheet']}>
        {layout.sections.map((section, index) => (
          <SectionCard key={index} section={section} index={index} count={layout.sections.length} fields={fields} selected={selected} onSelect={onSelect} onDrop={drop} onFollow={follow}
            layout={layout} onEdit={onEdit} />
        ))}
        <div><Button icon={Plus} onPress={() => { onEdit(addSection(layout, layout.sections.length - 1)); onSelect({ kind: 'section', index: layout.sections.length }); }}>{t('interface.layout.addSection')}</Button></div>
      </div>
    </div>
  );
}

interface SectionCardProps extends LayoutCanvasProps {
  readonly section: LayoutSection;
  readonly index: number;
  readonly count: number;
  readonly onDrop: (field: string, place: CellPlace) => void;
  /** Names the field that has the keyboard after the next edit. */
  readonly onFollow: (field: string | null) => void;
}

function SectionCard({ section, index, count, layout, fields, selected, onSelect, onEdit, onDrop, onFollow }: SectionCardProps) {
  const { t, i18n } = useTranslation();
  const isSelected = selected.kind === 'section' && selected.index === index;
  const name = section.title ? translate(section.title, section.titles, i18n.language) : t('interface.layout.section', { number: index + 1 });
  return (
    <section className={classNames(styles['section'], isSelected && styles['selectedSection'])} aria-label={name}>
      <div className={styles['sectionHead']}>
        <button type="button" className={classNames(styles['sectionName'], !section.title && styles['untitled'])} aria-pressed={isSelected} onClick={() => onSelect({ kind: 'section', index })}>{name}</button>
        {section.tab && <Badge>{t('interface.layout.inTab', { name: translate(section.tab, section.tabs, i18n.language) })}</Badge>}
        {section.visibleWhen && <Badge tone="info">{t('interface.layout.conditional')}</Badge>}
        <IconButton size="small" icon={ChevronUp} label={t('interface.layout.sectionUp', { name })} isDisabled={index === 0} onPress={() => { onEdit(moveSection(layout, index, index - 1)); onSelect({ kind: 'section', index: index - 1 }); }} />
        <IconButton size="small" icon={ChevronDown} label={t('interface.layout.sectionDown', { name })} isDisabled={index === count - 1} onPress={() => { onEdit(moveSection(layout, index, index + 1)); onSelect({ kind: 'section', index: index + 1 }); }} />
        <Menu label={t('interface.layout.sectionActions', { name })} placement="bottom end" trigger={<IconButton size="small" icon={Ellipsis} label={t('interface.layout.sectionActions', { name })} />} groups={[
          { id: 'add', items: [{ id: 'add', label: t('interface.layout.addAfter'), onAction: () => { onEdit(addSection(layout, index)); onSelect({ kind: 'section', index: index + 1 }); } }] },
          { id: 'remove', items: [{ id: 'remove', label: t('interface.layout.removeSection'), tone: 'danger', isDisabled: count === 1, onAction: () => { onEdit(removeSection(layout, index)); onSelect({ kind: 'page' }); } }] },
        ]} />
      </div>
      <div className={styles['cells']} style={{ '--columns': section.columns }}>
        {section.cells.map((cell, position) => (
          <CanvasCell key={cell.field} cell={cell} place={{ section: index, index: position }} columns={section.columns} field={fields.get(cell.field)} isSelected={selected.kind === 'cell' && selected.field === cell.field}
            neighbour={(section.cells[position + 1] ?? section.cells[position - 1])?.field ?? null} layout={layout} onSelect={onSelect} onEdit={onEdit} onDrop={onDrop} onFollow={onFollow} />
        ))}
        <EndOfSection place={{ section: index, index: section.cells.length }} isEmpty={section.cells.length === 0} onDrop={onDrop} />
      </div>
    </section>
  );
}

interface CanvasCellProps extends Pick<SectionCardProps, 'layout' | 'onSelect' | 'onEdit' | 'onDrop' | 'onFollow'> {
  readonly cell: LayoutCell;
  readonly place: CellPlace;
  readonly columns: number;
  readonly field: PlaceableField | undefined;
  readonly isSelected: boolean;
  readonly neighbour: string | null;
}

function CanvasCell({ cell, place, columns, field, isSelected, neighbour, layout, onSelect, onEdit, onDrop, onFollow }: CanvasCellProps) {
  const { t } = useTranslation();
  const { ref: carried, isDragged } = useDraggableField(cell.field);
  const { ref: target, side } = useFieldTarget<HTMLDivElement>(place, onDrop, 'across');
  const Icon = field ? kindIcon(field.type) : TriangleAlert;
  const title = field?.title ?? cell.field;
  const notes = [cell.visibleWhen && t('interface.layout.conditional'), cell.requiredWhen && t('interface.layout.sometimesRequired'), cell.readOnlyWhen && t('interface.layout.sometimesLocked')].filter(Boolean);
  const step = (direction: 1 | -1) => {
    const moved = stepField(layout, cell.field, direction);
    if (!moved) return;
    onFollow(cell.field);
    onEdit(moved);
  };
  const takeOff = () => {
    onFollow(neighbour);
    onEdit(takeField(layout, cell.field));
    onSelect(neighbour === null ? { kind: 'page' } : { kind: 'cell', field: neighbour });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const keys: Readonly<Record<string, () => void>> = event.altKey
      ? { ArrowLeft: () => step(-1), ArrowUp: () => step(-1), ArrowRight: () => step(1), ArrowDown: () => step(1) }
      : { Delete: takeOff, Backspace: takeOff, w: () => onEdit(changeCell(layout, cell.field, { wide: !cell.wide })) };
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  return (
    <div ref={target} className={classNames(styles['cellPlace'], (cell.wide || columns === 1) && styles['wide'])}>
      {side && <span className={classNames(styles['line'], styles[side])} aria-hidden />}
      <div ref={carried} className={classNames(isDragged && styles['dragged'])}>
        <button type="button" data-cell={cell.field} className={classNames(styles['cell'], isSelected && styles['selected'], !field && styles['broken'])} aria-pressed={isSelected} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete W"
          onClick={() => onSelect({ kind: 'cell', field: cell.field })} onKeyDown={onKeyDown}>
          <span className={styles['kind']}><Icon size={15} aria-hidden /></span>
          <span className={styles['cellWords']}>
            <span className={styles['cellTitle']}>{title}{field?.isRequired && ' *'}</span>
            <div className={styles['cellNote']}>{field ? [t(`setup.kind.${field.type}.label`, { defaultValue: field.type }), ...notes].join(' · ') : t('interface.layout.gone')}</div>
          </span>
        </button>
      </div>
    </div>
  );
}

function EndOfSection({ place, isEmpty, onDrop }: { readonly place: CellPlace; readonly isEmpty: boolean; readonly onDrop: (field: string, place: CellPlace) => void }) {
  const { t } = useTranslation();
  const { ref, side } = useFieldTarget<HTMLDivElement>(place, onDrop, 'none');
  if (!isEmpty && !side) return <div ref={ref} className={styles['wide']} style={{ minHeight: 10 }} />;
  return <div ref={ref} className={classNames(styles['empty'], side && styles['over'])}>{t('interface.layout.dropHere')}</div>;
}
