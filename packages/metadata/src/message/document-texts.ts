import type { FormulaScope } from '@guanxi/formula';
import type { DocumentTable, DocumentTemplateDocument, DocumentText } from '../document/document-template-document.js';
import type { Model } from '../model/model.js';
import { messageScope } from './message-scope.js';

/** One text of a document template with its place in it. */
export interface PlacedText {
  readonly text: string;
  readonly place: readonly (string | number)[];
}

/** Every text of a template that holds tokens, in all its languages. */
export function documentTexts({ fileName, header, footer, blocks }: DocumentTemplateDocument): readonly PlacedText[] {
  return [
    ...(fileName === undefined ? [] : [{ text: fileName, place: ['fileName'] }]),
    ...textsOf(header, ['header']),
    ...textsOf(footer, ['footer']),
    ...blocks.flatMap((block, index) => (block.kind === 'text' ? textsOf(block, ['blocks', index]) : [])),
  ];
}

export function documentTables({ blocks }: DocumentTemplateDocument): readonly { readonly table: DocumentTable; readonly place: readonly (string | number)[] }[] {
  return blocks.flatMap((block, index) => (block.kind === 'table' ? [{ table: block, place: ['blocks', index] }] : []));
}

/** What the tokens of a document may name: as those of a message, but it is made for nobody in particular. */
export function documentScope(model: Pick<Model, 'objectByName'>, object: string): FormulaScope {
  const scope = messageScope(model, object);
  const isOfRecipient = ([first]: readonly string[]) => first === '$Recipient';
  return {
    ...scope,
    resolve: (path) => (isOfRecipient(path) ? undefined : scope.resolve(path)),
    suggest: (path) => (isOfRecipient(path) ? [] : (scope.suggest?.(path) ?? []).filter((name) => path.length > 0 || name !== '$Recipient')),
  };
}

function textsOf(text: DocumentText | undefined, place: readonly (string | number)[]): readonly PlacedText[] {
  if (!text) return [];
  return [{ text: text.body, place: [...place, 'body'] }, ...Object.entries(text.bodies ?? {}).map(([language, body]) => ({ text: body, place: [...place, 'bodies', language] }))];
}
