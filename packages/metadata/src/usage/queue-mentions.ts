import type { QueueDocument } from '../document/queue-document.js';
import { checkFormula } from '@guanxi/formula';
import { formulaScope } from '../model/formula-scope.js';
import type { Mentions } from './mentions.js';
import { things } from './things.js';

/** The objects of a queue's territory, and the fields that its conditions read. */
export function mentionInQueue({ territory = [] }: QueueDocument, mentions: Mentions): void {
  territory.forEach(({ object, when }, index) => {
    mentions.add(things.object(object), ['territory', index, 'object'], 'automation');
    if (when === undefined || !mentions.model.objectByName.has(object)) return;
    const checked = checkFormula(when, formulaScope(mentions.model, object), 'boolean');
    if (checked.ok) mentions.formula(checked.formula, object, ['territory', index, 'when'], 'automation');
  });
}
