import type { Wording } from '@guanxi/field-types';
import { checkFormula } from '@guanxi/formula';
import { documentScope, documentTables, documentTexts } from '../../message/document-texts.js';
import { splitMessage } from '../../message/message-tokens.js';
import { formulaScope } from '../../model/formula-scope.js';
import type { ObjectModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
import { nearMissSentence } from '../near-miss.js';
import type { DocumentTable, DocumentTemplateDocument } from '../documents.js';
import { findObject, type CheckContext, type PlaceInDocument } from './check-context.js';
import { openToken } from './check-message-template.js';
import { checkRecordFormula, reportFormula } from './check-record-formula.js';

/** Each token is a formula over what the document knows, and each table shows records of a list that there is. */
export function checkDocumentTemplate(template: DocumentTemplateDocument, context: CheckContext): void {
  const object = findObject(template.object, ['object'], context);
  if (!object) return;
  const scope = documentScope(context.model, object.name);
  for (const { text, place } of documentTexts(template)) {
    for (const piece of splitMessage(text)) {
      if (piece.kind === 'words') continue;
      if (!piece.closed) context.report(place, faultOf('message.open-token', { ...openToken, words: { token: piece.formula.slice(0, 40) } }));
      else {
        const checked = checkFormula(piece.formula, scope);
        if (!checked.ok) for (const problem of checked.problems) reportFormula(piece.formula, { object: object.name, place, problem }, context);
      }
    }
  }
  for (const { table, place } of documentTables(template)) checkTable(table, { object, place }, context);
}

function checkTable(table: DocumentTable, { object, place }: { readonly object: ObjectModel; readonly place: PlaceInDocument }, context: CheckContext): void {
  const relation = object.relationByName.get(table.relation);
  const related = relation && !relation.through ? context.model.objectByName.get(relation.object) : undefined;
  if (!related) {
    context.report([...place, 'relation'], faultOf('relation.unknown', { ...noList, words: { object: object.label, name: table.relation } }, nearMissSentence(table.relation, [...object.relationByName.keys()])));
    return;
  }
  if (table.where !== undefined) checkRecordFormula(table.where, { object: related, expected: 'boolean', place: [...place, 'where'] }, context);
  for (const [key, text] of [['orderBy', table.orderBy] as const, ...table.columns.map(({ value }, index) => [`columns/${index}`, value] as const)]) {
    if (text === undefined) continue;
    const at = key === 'orderBy' ? [...place, key] : [...place, 'columns', Number(key.slice('columns/'.length)), 'value'];
    const checked = checkFormula(text, formulaScope(context.model, related.name));
    if (!checked.ok) for (const problem of checked.problems) reportFormula(text, { object: related.name, place: at, problem }, context);
  }
  table.columns.forEach(({ value, total, title }, index) => {
    const checked = total ? checkFormula(value, formulaScope(context.model, related.name)) : undefined;
    if (checked?.ok && checked.formula.type !== 'number') context.report([...place, 'columns', index, 'total'], faultOf('document.total', { ...noSum, words: { title } }));
  });
}

const noList: Wording = { en: '{object} has no related list “{name}” of which a table could be made.', 'zh-TW': '{object}沒有可製成表格的相關清單「{name}」。', 'zh-CN': '{object}没有可制成表格的相关列表“{name}”。' };
const noSum: Wording = { en: 'The column “{title}” holds no numbers, so that it has no sum.', 'zh-TW': '欄「{title}」的內容不是數字，無法加總。', 'zh-CN': '列“{title}”的内容不是数字，无法合计。' };
