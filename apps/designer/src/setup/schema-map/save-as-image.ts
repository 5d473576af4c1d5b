import type { ObjectDocument } from '@guanxi/metadata';
import type { SchemaGraph } from './build-graph.js';
import { drawSvg } from './draw-svg.js';

/** Gives the browser the map as a picture to keep. The layout engine is fetched only now. */
export async function saveAsImage(graph: SchemaGraph, titleOf: (object: ObjectDocument) => string): Promise<void> {
  const { layOutGraph } = await import('./lay-out-graph.js');
  const address = URL.createObjectURL(new Blob([drawSvg(graph, layOutGraph(graph), titleOf)], { type: 'image/svg+xml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'schema-map.svg';
  link.click();
  URL.revokeObjectURL(address);
}
