import { Background, Controls, MiniMap, ReactFlow, ReactFlowProvider, useReactFlow, type Edge, type Node, type NodeTypes } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useColourScheme } from '../../ui/index.js';
import { titleOf } from '../documents/use-object-title.js';
import type { MapEdge, SchemaGraph } from './build-graph.js';
import { findNext, layOutGraph } from './lay-out-graph.js';
import { ObjectCard, type ObjectCardNode } from './ObjectCard.js';
import styles from './SchemaMap.module.css';

interface SchemaCanvasProps {
  readonly graph: SchemaGraph;
  readonly active: string | null;
  readonly onActive: (object: string | null) => void;
  readonly onOpen: (object: string) => void;
  /** Shows only what is near an object. */
  readonly onCenter: (object: string) => void;
}

const nodeTypes: NodeTypes = { object: ObjectCard };

/** Cards and lines. Arrows go from card to card, Enter opens one, + and − zoom, 0 shows all. */
export function SchemaCanvas(props: SchemaCanvasProps) {
  return <ReactFlowProvider><Canvas {...props} /></ReactFlowProvider>;
}

function Canvas({ graph, active, onActive, onOpen, onCenter }: SchemaCanvasProps) {
  const { t, i18n } = useTranslation();
  const scheme = useColourScheme();
  const flow = useReactFlow();
  const place = useRef<HTMLDivElement>(null);
  const places = useMemo(() => layOutGraph(graph), [graph]);
  const nodes = useMemo(() => graph.objects.map((object): ObjectCardNode => ({
    id: object.name, type: 'object', position: places.get(object.name) ?? { x: 0, y: 0 }, width: places.get(object.name)?.width ?? 0, height: places.get(object.name)?.height ?? 0,
    selected: object.name === active, draggable: false, ariaLabel: titleOf(object, i18n.language),
    data: { object, title: titleOf(object, i18n.language), edges: graph.edges.filter(({ from }) => from === object.name), isActive: object.name === active },
  })), [graph, places, active, i18n.language]);
  const edges = useMemo(() => graph.edges.map((edge) => drawEdge(edge, active)), [graph, active]);
  useEffect(() => { requestAnimationFrame(() => void flow.fitView({ padding: 0.12, maxZoom: 1, duration: 0 })); }, [flow, places]);

  const onKeyDown = (event: KeyboardEvent) => {
    const zoom = { '+': () => void flow.zoomIn(), '=': () => void flow.zoomIn(), '-': () => void flow.zoomOut(), 0: () => void flow.fitView({ padding: 0.12 }) }[event.key];
    const current = active ?? graph.objects[0]?.name ?? '';
    const next = active === null && event.key.startsWith('Arrow') ? current : findNext(places, current, event.key);
    if (zoom) zoom();
    else if (event.key === 'Enter' && active !== null) onOpen(active);
    else if (next !== null) {
      onActive(next);
      place.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${next}"]`)?.focus({ preventScroll: true });
      const there = places.get(next);
      if (there) void flow.setCenter(there.x + there.width / 2, there.y + there.height / 2, { zoom: flow.getZoom(), duration: 120 });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={place} className={styles['flow']} onKeyDownCapture={onKeyDown}>
      <ReactFlow<Node, Edge> nodes={nodes} edges={edges} nodeTypes={nodeTypes} colorMode={scheme} fitView minZoom={0.1} maxZoom={1.6} nodesConnectable={false} edgesFocusable={false} elementsSelectable={false} nodesFocusable
        proOptions={{ hideAttribution: false }} aria-label={t('model.map.canvas')} disableKeyboardA11y
        onNodeMouseEnter={(_, { id }) => onActive(id)} onNodeMouseLeave={() => onActive(null)} onNodeClick={(event, { id }) => { if (event.metaKey || event.ctrlKey) onCenter(id); else onOpen(id); }}>
        <Background gap={20} size={1} />
        <Controls showInteractive={false} aria-label={t('model.map.controls')} />
        {graph.objects.length > 12 && <MiniMap pannable zoomable ariaLabel={t('model.map.overview')} nodeClassName={styles['mini'] ?? ''} />}
      </ReactFlow>
    </div>
  );
}

function drawEdge({ id, from, to, field, kind }: MapEdge, active: string | null): Edge {
  const isNear = active !== null && (from === active || to === active);
  return {
    id, source: from, target: to, sourceHandle: field, type: 'default', zIndex: isNear ? 1 : 0,
    className: [styles['edge'], kind === 'masterDetail' && styles['strong'], kind !== 'lookup' && kind !== 'masterDetail' && styles['dashed'], isNear && styles['near']].filter(Boolean).join(' '),
  };
}
