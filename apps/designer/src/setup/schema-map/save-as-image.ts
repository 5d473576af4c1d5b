import type { ObjectDocument } from '@guanxi/metadata';
import type { SchemaGraph } from './build-graph.js';
import { saveFile } from '../../ui/index.js';
import { drawSvg } from './draw-svg.js';

/** Gives the browser the map as a picture to keep. The layout engine is fetched only now. */
export async function saveAsImage(graph: SchemaGraph, titleOf: (object: ObjectDocument) => string): Promise<void> {
  const { layOutGraph } = await import('./lay-out-graph.js');
  saveFile('schema-map.svg', drawSvg(graph, layOutGraph(graph), titleOf), 'image/svg+xml');
}
