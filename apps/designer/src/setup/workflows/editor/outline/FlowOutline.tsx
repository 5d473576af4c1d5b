import { ChevronRight, Plus, Repeat, Split, TriangleAlert } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, classNames, IconButton, isComposing } from '../../../../ui/index.js';
import { focusPart, partElementId, useFlowBoard } from '../flow/board.js';
import type { FlowPart } from '../flow-parts.js';
import { outlineRows, type OutlineRow } from '../flow/outline-rows.js';
import { OWN_STEPS } from '../workflow-edits.js';
import styles from './Outline.module.css';

/** The flow in words, line by line: the same parts as on the canvas, for reading, for keys and for screen readers. */
export function FlowOutline() {
  const { t } = useTranslation();
  const board = useFlowBoard();
  const steps = outlineRows(board.items, board.collapsed);
  const rows: readonly OutlineRow[] = [{ part: 'trigger', level: 1, parent: null, isOpen: null }, { part: 'condition', level: 1, parent: null, isOpen: null }, ...steps];
  const go = (part: FlowPart | undefined | null) => {
    if (!part) return;
    board.activate(part);
    requestAnimationFrame(() => { focusPart(part); document.getElementById(partElementId(part))?.scrollIntoView({ block: 'nearest' }); });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.metaKey || event.ctrlKey || event.altKey) return;
    const at = rows.findIndex(({ part }) => part === board.active);
    const row = rows[at];
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(rows[at + 1]?.part), ArrowUp: () => go(rows[at - 1]?.part), Home: () => go('trigger'), End: () => go(rows.at(-1)?.part),
      ArrowRight: () => { if (row?.item && row.isOpen === false) board.fold(row.item.step.id); else if (row?.isOpen || row?.way) go(rows[at + 1]?.parent === row.part ? rows[at + 1]?.part : null); },
      ArrowLeft: () => { if (row?.item && row.isOpen) board.fold(row.item.step.id); else go(row?.parent); },
      Enter: () => board.open(board.active), ' ': () => board.open(board.active),
    };
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className={styles['place']}>
      <ul className={styles['tree']} role="tree" aria-label={t('automation.flow.label')} onKeyDown={onKeyDown}>
        {rows.map((row) => <Row key={row.part} row={row} />)}
      </ul>
      {board.items.length === 0 && <p className={styles['empty']}>{t('automation.flow.noSteps')}</p>}
      <div className={styles['add']}><IconButton size="small" icon={Plus} label={t('automation.flow.addStepAt', { number: board.items.length + 1 })} onPress={() => board.addAt({ list: OWN_STEPS, index: board.items.length })} /></div>
    </div>
  );
}

function Row({ row: { part, level, item, way, isOpen } }: { readonly row: OutlineRow }) {
  const { t } = useTranslation();
  const board = useFlowBoard();
  const isActive = board.active === part;
  const problems = board.problemsOf(part);
  const add = way ? { list: way.list, index: 0 } : item ? { list: item.list, index: item.index + 1 } : part === 'condition' ? { list: OWN_STEPS, index: 0 } : null;
  return (
    <li id={partElementId(part)} role="treeitem" aria-level={level} aria-label={board.sentenceOf(part)} aria-selected={isActive} {...(isOpen !== null && { 'aria-expanded': isOpen })} tabIndex={isActive ? 0 : -1}
      className={classNames(styles['row'], way && styles['way'], isActive && styles['active'])} style={{ paddingInlineStart: 8 + (level - 1) * 22 }} onFocus={() => board.activate(part)} onClick={() => board.open(part)}>
      {item && isOpen !== null
        ? <span className={classNames(styles['twist'], isOpen && styles['twisted'])} aria-hidden onClick={(event) => { event.stopPropagation(); board.fold(item.step.id); }}><ChevronRight size={13} /></span>
        : <span className={styles['twist']} aria-hidden />}
      {way ? <WayWords row={{ part, level, way, parent: null, isOpen }} /> : <CardLine part={part} />}
      {problems > 0 && <Badge tone="danger">{t('automation.flow.problems', { count: problems })}</Badge>}
      {add && <span className={styles['act']} onClick={(event) => event.stopPropagation()}><IconButton size="small" excludeFromTabOrder icon={Plus} label={t('flow.addAfter')} onPress={() => board.addAt(add)} /></span>}
    </li>
  );
}

function CardLine({ part }: { readonly part: FlowPart }) {
  const { icon: Icon, hue, kind, title, details, isCode } = useFlowBoard().wordsOf(part);
  return (
    <>
      <span className={classNames(styles['sign'], styles[hue])} aria-hidden><Icon size={14} /></span>
      <span className={styles['kind']}>{kind}</span>
      <span className={styles['title']}>{title}</span>
      {details && <span className={classNames(styles['details'], isCode && styles['code'])}>{details}</span>}
    </>
  );
}

function WayWords({ row: { way } }: { readonly row: OutlineRow }) {
  const { t } = useTranslation();
  if (!way) return null;
  const Icon = way.kind === 'error' ? TriangleAlert : way.kind === 'each' ? Repeat : Split;
  return (
    <>
      <span className={classNames(styles['waySign'], way.kind === 'error' && styles['error'])} aria-hidden><Icon size={13} /></span>
      <span className={styles['wayTitle']}>{way.title}</span>
      {way.items.length === 0 && <span className={styles['details']}>{t('flow.emptyWay')}</span>}
    </>
  );
}
