import { Handle, Position, type Node, type NodeProps, type NodeTypes } from '@xyflow/react';
import { ChevronDown, ChevronUp, Flag, Repeat, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, classNames, PlainButton } from '../../../../ui/index.js';
import { RunStatusBadge } from '../../runs/RunStatusBadge.js';
import { changeSigns } from '../../versions/change-signs.js';
import { partElementId, useFlowBoard } from '../flow/board.js';
import type { FlowPart } from '../flow-parts.js';
import styles from './Canvas.module.css';
import { useIsLit } from './lit-flow.js';

export type FlowNode = Node<{ readonly part: FlowPart | null }, 'card' | 'way' | 'join' | 'end'>;

function CardNode({ data: { part } }: NodeProps<FlowNode>) {
  const { t } = useTranslation();
  const board = useFlowBoard();
  const isLit = useIsLit(part);
  if (!part) return null;
  const { icon: Icon, hue, kind, title, details, isCode } = board.wordsOf(part);
  const problems = board.problemsOf(part);
  const item = board.itemOf(part);
  const isActive = board.active === part;
  const status = board.statusOf?.(part) ?? null;
  const change = board.changeOf?.(part) ?? null;
  const ChangeSign = change && changeSigns[change].icon;
  const isFolded = item !== undefined && board.collapsed.has(item.step.id);
  return (
    <>
      <Ends />
      <PlainButton id={partElementId(part)} label={board.sentenceOf(part)} aria-pressed={isActive && board.isOpen} excludeFromTabOrder={!isActive}
        className={classNames('nopan', styles['card'], isActive && styles['active'], isActive && board.isOpen && styles['open'], problems > 0 && styles['faulty'], change && styles[change], isLit !== null && styles[isLit ? 'lit' : 'dim'])}
        onPress={() => board.open(part)} onFocus={() => board.activate(part)}>
        <span className={classNames(styles['sign'], styles[hue])}><Icon size={16} aria-hidden /></span>
        <span className={styles['words']}>
          {/* The blanks keep the words apart for those who do not see the lines. */}
          <span className={styles['kind']}>{kind}</span>{' '}
          <span className={styles['title']}>{title}</span>{' '}
          {details && <span className={classNames(styles['details'], isCode && styles['code'])}>{details}</span>}
        </span>
      </PlainButton>
      {/* On the corner of the card, not in it: its name says both already, in its own order. */}
      {status !== null && <span className={styles['corner']} aria-hidden><RunStatusBadge status={status} /></span>}
      {change && ChangeSign && <span className={styles['corner']} aria-hidden><Badge tone={changeSigns[change].tone}><ChangeSign size={11} className={styles['changeSign']} />{t(`flow.versions.event.${change}`)}</Badge></span>}
      {problems > 0 && <span className={styles['corner']} aria-hidden><Badge tone="danger">{t('automation.flow.problems', { count: problems })}</Badge></span>}
      {item && item.ways.length > 0 && (
        <PlainButton excludeFromTabOrder className={classNames('nopan', styles['fold'])} label={t(isFolded ? 'flow.unfold' : 'flow.fold', { number: item.number })} onPress={() => board.fold(item.step.id)}>
          {isFolded ? <><ChevronDown size={12} aria-hidden />{t('flow.folded', { count: item.within })}</> : <ChevronUp size={12} aria-hidden />}
        </PlainButton>
      )}
    </>
  );
}

function WayNode({ data: { part } }: NodeProps<FlowNode>) {
  const board = useFlowBoard();
  const way = part && board.wayOf(part);
  const isLit = useIsLit(part);
  if (!way) return null;
  const isActive = board.active === part;
  return (
    <>
      <Ends />
      <PlainButton id={partElementId(part)} label={board.sentenceOf(part)} excludeFromTabOrder={!isActive}
        className={classNames('nopan', styles['way'], way.kind === 'error' && styles['errorWay'], isActive && styles['active'], isLit !== null && styles[isLit ? 'lit' : 'dim'])} onPress={() => board.open(part)} onFocus={() => board.activate(part)}>
        {way.kind === 'error' && <TriangleAlert size={12} aria-hidden />}{way.kind === 'each' && <Repeat size={12} aria-hidden />}<span className={styles['wayTitle']}>{way.title}</span>
      </PlainButton>
    </>
  );
}

function JoinNode({ id }: NodeProps<FlowNode>) {
  const isLit = useIsLit(id);
  return <span className={classNames(styles['join'], isLit !== null && styles[isLit ? 'litJoin' : 'dim'])}><Ends /></span>;
}

function EndNode({ id }: NodeProps<FlowNode>) {
  const { t } = useTranslation();
  const isLit = useIsLit(id);
  return <span className={classNames(styles['end'], isLit !== null && styles[isLit ? 'lit' : 'dim'])}><Ends /><Flag size={13} aria-hidden />{t('automation.flow.end')}</span>;
}

/** Where lines come in and go out; nobody draws lines by hand. */
function Ends() {
  return (
    <>
      <Handle type="target" position={Position.Top} className={styles['handle'] ?? ''} isConnectable={false} />
      <Handle type="source" position={Position.Bottom} className={styles['handle'] ?? ''} isConnectable={false} />
    </>
  );
}

export const nodeTypes: NodeTypes = { card: CardNode, way: WayNode, join: JoinNode, end: EndNode };
