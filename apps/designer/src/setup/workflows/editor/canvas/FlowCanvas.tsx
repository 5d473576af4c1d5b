import { Background, Controls, MiniMap, ReactFlow, ReactFlowProvider, useReactFlow, useStoreApi, type Viewport } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing, useColourScheme } from '../../../../ui/index.js';
import { focusPart, goToPart, partElementId, useFlowBoard } from '../flow/board.js';
import type { FlowPart } from '../flow-parts.js';
import { allItems } from '../flow/flow-items.js';
import { walkFlow } from '../flow/walk-flow.js';
import { traceFlow } from '../flow/trace-flow.js';
import { edgeTypes, type FlowEdge } from './FlowLineEdge.js';
import { nodeTypes, type FlowNode } from './FlowNodes.js';
import { layOutFlow, type FlowBox, type FlowDrawing, type FlowLine } from './lay-out-flow.js';
import { LitFlowContext } from './lit-flow.js';
import styles from './Canvas.module.css';

/** The flow as a drawing. Arrows walk it, Enter opens a card, + and − zoom, 0 shows all. */
export function FlowCanvas() {
  return <ReactFlowProvider><Canvas /></ReactFlowProvider>;
}

const topSpace = 32;
const sideSpace = 24;
const leastStart = 0.55;
const leastWhole = 0.5;
const manyBoxes = 14;
/** Of a larger flow only what is in sight is in the document. */
const mostDrawn = 60;
const miniSize = { width: 148, height: 104 };

function Canvas() {
  const { t } = useTranslation();
  const scheme = useColourScheme();
  const flow = useReactFlow();
  const store = useStoreApi();
  const board = useFlowBoard();
  const place = useRef<HTMLDivElement>(null);
  /** Pixels; 0 until the canvas is in the document. */
  const [paneWidth, setWidth] = useState(0);
  const { items, collapsed, active, isOpen, traced } = board;
  const drawing = useMemo(() => layOutFlow(items, collapsed), [items, collapsed]);
  const nodes = useMemo(() => drawing.boxes.map(drawNode), [drawing]);
  const edges = useMemo(() => {
    const numbers = new Map(allItems(items).map(({ step, number }) => [step.id, number]));
    return drawing.lines.map((line) => drawEdge(line, numbers));
  }, [drawing, items]);
  const lit = useMemo(() => (traced ? traceFlow(drawing, items, traced) : null), [drawing, items, traced]);
  const fitMotion = { padding: 0.08, maxZoom: 1, duration: motion() };

  useLayoutEffect(() => setWidth(place.current?.clientWidth ?? 0), []);

  // The drawing stays in the middle when an inspector takes some of its room, or gives it back.
  useEffect(() => {
    let { width: before } = store.getState();
    return store.subscribe(({ width, transform: [x, y, zoom] }) => {
      if (width === before || width === 0) return;
      const shift = before === 0 ? 0 : (width - before) / 2;
      before = width;
      if (shift !== 0) void flow.setViewport({ x: x + shift, y, zoom });
    });
  }, [flow, store]);

  // What keys act on is in sight, also beside an inspector that was just opened.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const box = drawing.boxes.find(({ id }) => id === active);
      const { width, height, transform: [x, y, zoom] } = store.getState();
      if (!box || width === 0) return;
      const left = box.x * zoom + x;
      const top = box.y * zoom + y;
      const isSeen = left >= 8 && top >= 8 && left + box.width * zoom <= width - 8 && top + box.height * zoom <= height - 8;
      if (!isSeen && (document.activeElement !== document.body || !document.getElementById(partElementId(active)))) void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, duration: motion() });
    });
    return () => cancelAnimationFrame(frame);
  }, [active, isOpen, drawing, flow, store]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.metaKey || event.ctrlKey || event.altKey) return;
    const zoom = { '+': () => void flow.zoomIn(), '=': () => void flow.zoomIn(), '-': () => void flow.zoomOut(), 0: () => void flow.fitView(fitMotion) }[event.key];
    const next = walkFlow(board, active, event.key);
    if (zoom) zoom();
    else if (next !== null) goToPart(board, next);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <LitFlowContext value={lit}>
      <div ref={place} className={styles['canvas']} role="group" aria-label={t('automation.flow.label')} aria-roledescription={t('flow.canvas')} onKeyDownCapture={onKeyDown}>
        {paneWidth > 0 && (
          <ReactFlow<FlowNode, FlowEdge> defaultViewport={board.isFixed ? wholeView(drawing, paneWidth, place.current?.clientHeight ?? 0) : startingView(drawing, paneWidth)} nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes} colorMode={scheme} minZoom={0.15} maxZoom={1.5}
            onlyRenderVisibleElements={drawing.boxes.length > mostDrawn} nodesConnectable={false} nodesDraggable={false} nodesFocusable={false} edgesFocusable={false} elementsSelectable={false} zoomOnDoubleClick={false} panOnScroll disableKeyboardA11y
            onPaneClick={() => focusPart(board.active)} proOptions={{ hideAttribution: false }}>
            <Background gap={20} size={1} />
            <Controls showInteractive={false} aria-label={t('model.map.controls')} fitViewOptions={fitMotion} position="bottom-left" />
            {drawing.boxes.length > manyBoxes && <MiniMap pannable zoomable style={miniSize} ariaLabel={t('flow.overview')} nodeClassName={({ type }) => styles[type === 'card' || type === 'way' ? 'mini' : 'miniJoin'] ?? ''} />}
          </ReactFlow>
        )}
      </div>
    </LitFlowContext>
  );
}

/** The beginning is seen, as large as it is read; a workflow that is wide is seen smaller, up to a bound. */
function startingView({ width, axis }: FlowDrawing, paneWidth: number): Viewport {
  const zoom = Math.min(1, Math.max(leastStart, (paneWidth - 2 * sideSpace) / width));
  return { x: paneWidth / 2 - axis * zoom, y: topSpace, zoom };
}

/** Of a run all is seen, as far as it can be read so small. */
function wholeView(drawing: FlowDrawing, paneWidth: number, paneHeight: number): Viewport {
  const start = startingView(drawing, paneWidth);
  const zoom = Math.max(leastWhole, Math.min(start.zoom, (paneHeight - 2 * topSpace) / drawing.height));
  return { x: paneWidth / 2 - drawing.axis * zoom, y: topSpace, zoom };
}

function drawNode({ id, kind, x, y, width, height }: FlowBox): FlowNode {
  return { id, type: kind, position: { x, y }, width, height, draggable: false, selectable: false, style: { pointerEvents: 'all' }, data: { part: kind === 'card' || kind === 'way' ? (id as FlowPart) : null } };
}

function drawEdge(line: FlowLine, numbers: ReadonlyMap<string, string>): FlowEdge {
  const owner = line.place?.list.owner ?? null;
  return { id: line.id, source: line.from, target: line.to, type: 'line', data: { line, number: `${owner === null ? '' : `${numbers.get(owner) ?? ''}.`}${(line.place?.index ?? 0) + 1}` } };
}

function motion(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 140;
}
