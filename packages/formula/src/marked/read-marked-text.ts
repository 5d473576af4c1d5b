/** A piece of a text that HYPERLINK or IMAGE may have written into. Sizes are pixels. */
export type MarkedPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | { readonly kind: 'image'; readonly alternative: string; readonly url: string; readonly width?: number; readonly height?: number };

/**
 * The links and pictures in a text, for a page to draw as elements. A url that is neither http, https, mailto, tel nor a
 * path of the same site stays text, so that a formula over foreign values cannot smuggle in a script.
 */
export function readMarkedText(text: string): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const found of text.matchAll(mark)) {
    const [whole, sign, written = '', url = '', width = '', height = ''] = found;
    if (!isSafe(url)) continue;
    if (found.index > at) parts.push({ kind: 'text', text: text.slice(at, found.index) });
    const label = written.replace(/\\([\\[\]])/g, '$1');
    const size = { ...(width !== '' && { width: Number(width) }), ...(height !== '' && { height: Number(height) }) };
    parts.push(sign === '!' ? { kind: 'image', alternative: label, url, ...size } : { kind: 'link', label: label === '' ? url : label, url });
    at = found.index + whole.length;
  }
  return at < text.length ? [...parts, { kind: 'text', text: text.slice(at) }] : parts;
}

const mark = /(!?)\[((?:[^\\[\]]|\\[\\[\]])*)\]\(([^\s()]+)(?: =(\d{0,5})x(\d{1,5}))?\)/gu;

function isSafe(url: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(url) || /^\/(?![/\\])/.test(url);
}
