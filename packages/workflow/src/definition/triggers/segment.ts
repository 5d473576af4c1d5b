import { say } from '@guanxi/field-types';
import { objectWord, translate, type Problem } from '@guanxi/metadata';
import type { TriggerKind } from '../trigger.js';

export const segment: TriggerKind<'segment'> = {
  name: 'segment',
  title: 'A record enters or leaves a list view',

  describe({ view: name, when }, object, model, locale = 'en') {
    const view = model.views.find((one) => one.name === name && one.object === object.name);
    return say({ ...sentences[when], words: { object: objectWord(object), view: view ? translate(view.title, view.titles, locale) : name } }, locale);
  },

  check({ view: name }, object, model): Problem[] {
    const where = model.views.find((one) => one.name === name && one.object === object.name)?.where;
    // Whoever looks is somebody else each time, and here it is nobody.
    return asksForMe(where) ? [{ path: '/view', code: 'segment.me', message: `The list view ${name} shows each person something else, so that no record enters or leaves it for all.`, hint: 'Use a view whose filter does not say "me".' }] : [];
  },
};

function asksForMe(where: unknown): boolean {
  if (where === 'me') return true;
  return typeof where === 'object' && where !== null && Object.values(where).some(asksForMe);
}

const sentences = {
  enters: { en: 'when a {object} comes into “{view}”', 'zh-TW': '{object}進入「{view}」時', 'zh-CN': '{object}进入“{view}”时' },
  leaves: { en: 'when a {object} leaves “{view}”', 'zh-TW': '{object}離開「{view}」時', 'zh-CN': '{object}离开“{view}”时' },
};
