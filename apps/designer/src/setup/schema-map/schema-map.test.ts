import type { AppDocument, ObjectDocument } from '@guanxi/metadata';
import { buildGraph, filterGraph } from './build-graph.js';
import { drawSvg } from './draw-svg.js';
import { findNext, layOutGraph } from './lay-out-graph.js';

const object = (name: string, fields: Readonly<Record<string, object>> = {}): ObjectDocument => ({
  kind: 'object', name, title: name, type: 'object', guanxi: { id: name },
  properties: Object.fromEntries(Object.entries(fields).map(([field, guanxi]) => [field, { title: field, guanxi: { id: `${name}.${field}`, ...guanxi } as never }])),
});

const graph = buildGraph([
  object('Account'), object('Contact', { account: { type: 'lookup', target: 'Account' }, manager: { type: 'lookup', target: 'Contact' } }),
  object('Line', { order: { type: 'masterDetail', target: 'Order' }, gone: { type: 'lookup', target: 'Nowhere' } }), object('Order', { account: { type: 'lookup', target: 'Account' } }),
  object('Task', { regarding: { type: 'polymorphicLookup', targets: ['Account', 'Order'] } }),
]);
const all = { app: null, search: '', center: null, hops: 1 };
const names = (filtered: typeof graph) => filtered.objects.map(({ name }) => name);

describe('the graph of objects', () => {
  it('has an edge for each object that a field leads to', () => {
    expect(graph.edges.map(({ from, to, kind }) => `${from} ${kind} ${to}`)).toEqual([
      'Contact lookup Account', 'Contact lookup Contact', 'Line masterDetail Order', 'Order lookup Account', 'Task polymorphicLookup Account', 'Task polymorphicLookup Order',
    ]);
  });

  it('shows what is so many relations away', () => {
    expect(names(filterGraph(graph, { ...all, center: 'Line' }))).toEqual(['Line', 'Order']);
    expect(names(filterGraph(graph, { ...all, center: 'Line', hops: 2 }))).toEqual(['Account', 'Line', 'Order', 'Task']);
  });

  it('shows the objects of an app, those in groups too', () => {
    const app = { navigation: ['Account', { title: 'More', items: ['Contact'] }] } as unknown as AppDocument;
    const filtered = filterGraph(graph, { ...all, app });
    expect(names(filtered)).toEqual(['Account', 'Contact']);
    expect(filtered.edges).toHaveLength(2);
  });

  it('finds an object with its neighbours', () => {
    expect(names(filterGraph(graph, { ...all, search: 'lin' }))).toEqual(['Line', 'Order']);
  });
});

describe('the places of the cards', () => {
  const places = layOutGraph(graph);

  it('are the same each time, and none covers another', () => {
    expect(layOutGraph(graph)).toEqual(places);
    const cards = [...places.values()];
    const overlap = cards.some((one, index) => cards.slice(index + 1).some((other) => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height));
    expect(overlap).toBe(false);
  });

  it('are walked with the arrow keys', () => {
    const right = [...places].sort(([, one], [, other]) => one.x - other.x).at(0)?.[0] ?? '';
    expect(findNext(places, right, 'ArrowRight')).not.toBeNull();
    expect(findNext(places, right, 'ArrowLeft')).toBeNull();
  });

  it('become a picture of their own', () => {
    const svg = drawSvg(graph, places, ({ name }) => `${name} & co <1>`);
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('Account &amp; co &lt;1&gt;');
    expect(svg.match(/<rect/g)).toHaveLength(5);
  });
});
