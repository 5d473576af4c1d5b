import { XMLParser } from 'fast-xml-parser';

/** An element by the names of what it holds. Every name has a list; text stands as it is, trimmed. */
export interface XmlElement {
  readonly [name: string]: readonly (XmlElement | string)[];
}

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: true,
  isArray: () => true,
  processEntities: { enabled: true, maxTotalExpansions: 10_000_000, maxExpandedLength: 100_000_000, maxEntityCount: 1000 },
  htmlEntities: true,
});

/** The root element of a file, or why it is none. Never throws. */
export function readXml(text: string): { readonly ok: true; readonly root: XmlElement; readonly name: string } | { readonly ok: false; readonly reason: string } {
  try {
    const parsed = parser.parse(text) as XmlElement;
    const [entry] = Object.entries(parsed);
    const root = entry?.[1][0];
    if (!entry || root === undefined) return { ok: false, reason: 'The file holds no element.' };
    return { ok: true, name: entry[0], root: typeof root === 'string' ? {} : root };
  } catch (failure) {
    return { ok: false, reason: `The file is not XML: ${failure instanceof Error ? failure.message : String(failure)}` };
  }
}

/** The text of an element's child; undefined where there is none or it is empty. */
export function textOf(element: XmlElement, name: string): string | undefined {
  const value = element[name]?.[0];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function isTrue(element: XmlElement, name: string): boolean {
  return textOf(element, name) === 'true';
}

export function numberOf(element: XmlElement, name: string): number | undefined {
  const text = textOf(element, name);
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}

/** The texts of all children of a name. */
export function textsOf(element: XmlElement, name: string): readonly string[] {
  return (element[name] ?? []).flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []));
}

/** The children of a name that hold something themselves. */
export function elementsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return (element[name] ?? []).flatMap((value) => (typeof value === 'string' ? [] : [value]));
}
