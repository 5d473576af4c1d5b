import type { JunctionPath } from '@guanxi/field-types';
import { camelCase, type ObjectDocument } from '@guanxi/metadata';
import type { ObjectDraft, PropertyDraft } from '../../../documents/document-types.js';
import { freeName } from '../../../documents/suggest-name.js';

/** An object whose records can stand between two others: it points to both. */
export type JunctionCandidate = JunctionPath & { readonly target: string; readonly title: string };

/** Objects that point to this one and to another: through each of these pairs a many-to-many relation can go. */
export function findCandidates(object: string, objects: readonly ObjectDocument[]): readonly JunctionCandidate[] {
  return objects.filter(({ name }) => name !== object).flatMap((between) => {
    const pointers = Object.entries(between.properties).flatMap(([name, { guanxi }]) => (typeof guanxi['target'] === 'string' && guanxi.type !== 'user' ? [{ name, target: guanxi['target'] }] : []));
    return pointers.filter(({ target }) => target === object)
      .flatMap((near) => pointers.filter(({ name }) => name !== near.name).map((far) => ({ object: between.name, near: near.name, far: far.name, target: far.target, title: between.title })));
  });
}

/** The object in between of a new many-to-many relation, with a name that is free, and the way through it. */
export function makeJunction(object: ObjectDocument, target: ObjectDocument, taken: readonly string[]): { readonly document: ObjectDraft; readonly path: JunctionPath } {
  const name = freeName(`${object.name}${target.name}`, taken);
  const near = camelCase(object.name);
  const far = near === camelCase(target.name) ? `other${target.name}` : camelCase(target.name);
  return {
    path: { object: name, near, far },
    document: {
      kind: 'object', name, title: `${object.title} ${target.title}`, type: 'object',
      properties: {
        number: { title: 'Number', type: 'string', guanxi: { type: 'autoNumber', format: '{00000}', titles: { 'zh-TW': '編號', 'zh-CN': '编号' } } },
        [near]: pointTo(object), [far]: pointTo(target),
      },
      required: [near, far], guanxi: { nameField: 'number', icon: 'link', color: 'teal', activity: false },
    },
  };
}

function pointTo({ name, title, guanxi }: ObjectDocument): PropertyDraft {
  return { title, type: 'string', format: 'uuid', guanxi: { type: 'masterDetail', target: name, ...(guanxi.titles && { titles: guanxi.titles }) } };
}
