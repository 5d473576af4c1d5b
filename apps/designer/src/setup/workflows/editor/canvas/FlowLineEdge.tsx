import { BaseEdge, EdgeLabelRenderer, type Edge, type EdgeProps, type EdgeTypes } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames, PlainButton } from '../../../../ui/index.js';
import { useFlowBoard } from '../flow/board.js';
import type { FlowLine } from './lay-out-flow.js';
import styles from './Canvas.module.css';
import { useIsLit } from './lit-flow.js';

export type FlowEdge = Edge<{ readonly line: FlowLine; /** The number that a step has which is put there. */ readonly number: string }, 'line'>;

const corner = 8;
/** How far from its beginning or end a line turns. */
const turn = 20;

/** A line with the + that puts a step there. */
function LineEdge({ id, sourceX, sourceY, targetX, targetY, data }: EdgeProps<FlowEdge>) {
  const { t } = useTranslation();
  const { addAt, isFixed } = useFlowBoard();
  const isLit = useIsLit(id);
  if (!data) return null;
  const { line: { place, bend, look }, number } = data;
  const bendY = bend === 'early' ? sourceY + turn : targetY - turn;
  const plusY = bend === 'late' && sourceX !== targetX ? Math.min(sourceY + 22, bendY - 4) : (sourceY + targetY) / 2;
  // A way that ends leads no further: its line stops at the + and joins nothing.
  const isDeadEnd = look === 'never' && bend === 'late';
  return (
    <>
      <BaseEdge path={isDeadEnd ? `M${sourceX} ${sourceY}V${plusY}` : drawPath(sourceX, sourceY, targetX, targetY, bendY)} className={classNames(styles['line'], look !== 'plain' && styles[look], isLit !== null && styles[isLit ? 'litLine' : 'dim'])} />
      {place && !isFixed && (
        <EdgeLabelRenderer>
          <div className={classNames('nopan', 'nodrag', styles['plus'])} style={{ transform: `translate(-50%, -50%) translate(${bend === 'late' ? sourceX : targetX}px, ${plusY}px)` }}>
            <PlainButton excludeFromTabOrder className={styles['plusButton'] ?? ''} label={t('automation.flow.addStepAt', { number })} onPress={() => addAt(place)}><Plus size={13} aria-hidden /></PlainButton>
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

/** Down, across at the height of the bend, and down again, with round corners. */
function drawPath(fromX: number, fromY: number, toX: number, toY: number, bendY: number): string {
  if (Math.abs(fromX - toX) < 1) return `M${fromX} ${fromY}V${toY}`;
  const side = toX > fromX ? 1 : -1;
  const radius = Math.min(corner, Math.abs(toX - fromX) / 2);
  return `M${fromX} ${fromY}V${bendY - radius}Q${fromX} ${bendY} ${fromX + side * radius} ${bendY}H${toX - side * radius}Q${toX} ${bendY} ${toX} ${bendY + radius}V${toY}`;
}

export const edgeTypes: EdgeTypes = { line: LineEdge };
