import type { ObjectDocument } from '@guanxi/metadata';
import type { SchemaGraph } from './build-graph.js';
import type { Place } from './lay-out-graph.js';

/** The map as a picture that stands by itself: for documents and slides, always in light colours. */
export function drawSvg({ objects, edges }: SchemaGraph, places: ReadonlyMap<string, Place>, titleOf: (object: ObjectDocument) => string): string {
  const all = [...places.values()];
  const width = Math.max(...all.map((place) => place.x + place.width), 0) + 16;
  const height = Math.max(...all.map((place) => place.y + place.height), 0) + 16;
  const lines = edges.flatMap(({ from, to, kind }) => {
    const start = places.get(from);
    const end = places.get(to);
    if (!start || !end || from === to) return [];
    const isLeft = start.x < end.x;
    const x1 = start.x + (isLeft ? start.width : 0);
    const x2 = end.x + (isLeft ? 0 : end.width);
    const y1 = start.y + start.height / 2;
    const y2 = end.y + end.height / 2;
    const middle = (x1 + x2) / 2;
    return [`<path d="M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}" fill="none" stroke="#8a8f9c" stroke-width="${kind === 'masterDetail' ? 2.5 : 1.5}"${kind === 'lookup' || kind === 'masterDetail' ? '' : ' stroke-dasharray="5 4"'}/>`];
  });
  const cards = objects.flatMap((object) => {
    const place = places.get(object.name);
    if (!place) return [];
    const fields = edges.filter(({ from }) => from === object.name).slice(0, 6).map(({ title }, index) => `<text x="${place.x + 14}" y="${place.y + 60 + index * 22}" font-size="12" fill="#5b6070">${escapeText(title)}</text>`);
    return [`<rect x="${place.x}" y="${place.y}" width="${place.width}" height="${place.height}" rx="10" fill="#fff" stroke="#d5d8df"/><text x="${place.x + 14}" y="${place.y + 27}" font-size="13" font-weight="600" fill="#1f2430">${escapeText(titleOf(object))}</text>${fields.join('')}`];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Inter, system-ui, sans-serif">${lines.join('')}${cards.join('')}</svg>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
