import { checkFormula } from '@guanxi/formula';
import type { DocumentTemplateDocument } from '../document/documents.js';
import { documentScope, documentTables, documentTexts } from '../message/document-texts.js';
import { splitMessage } from '../message/message-tokens.js';
import type { Mentions } from './mentions.js';
import { things } from './things.js';

/** The object that a document is made of, its lists, and the fields that its tokens and tables read. */
export function mentionInDocumentTemplate(template: DocumentTemplateDocument, mentions: Mentions): void {
  const { object } = template;
  mentions.add(things.object(object), ['object'], 'templates');
  const scope = documentScope(mentions.model, object);
  for (const { text, place } of documentTexts(template)) {
    for (const piece of splitMessage(text)) {
      const checked = piece.kind === 'token' ? checkFormula(piece.formula, scope) : undefined;
      if (checked?.ok) mentions.formula(checked.formula, object, place, 'templates');
    }
  }
  for (const { table, place } of documentTables(template)) {
    const related = mentions.relation(mentions.model.objectByName.get(object), table.relation, [...place, 'relation'], 'templates');
    if (!related) continue;
    mentions.text(table.where, related.name, [...place, 'where'], 'templates');
    mentions.text(table.orderBy, related.name, [...place, 'orderBy'], 'templates');
    table.columns.forEach(({ value }, index) => mentions.text(value, related.name, [...place, 'columns', index, 'value'], 'templates'));
  }
}
