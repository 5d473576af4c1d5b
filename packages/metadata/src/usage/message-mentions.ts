import { checkFormula } from '@guanxi/formula';
import type { MessageTemplateDocument } from '../document/documents.js';
import { messageScope } from '../message/message-scope.js';
import { splitMessage } from '../message/message-tokens.js';
import { templateTexts } from '../message/template-texts.js';
import type { Mentions } from './mentions.js';
import { things } from './things.js';

/** The object that a message is about, and the fields that its tokens read. */
export function mentionInMessageTemplate(template: MessageTemplateDocument, mentions: Mentions): void {
  const { object } = template;
  if (object === undefined) return;
  mentions.add(things.object(object), ['object'], 'templates');
  const scope = messageScope(mentions.model, object);
  for (const { text, place } of templateTexts(template)) {
    for (const piece of splitMessage(text)) {
      const checked = piece.kind === 'token' ? checkFormula(piece.formula, scope) : undefined;
      if (checked?.ok) mentions.formula(checked.formula, object, place, 'templates');
    }
  }
}
