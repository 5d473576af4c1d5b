import { checkFormula, type FormulaProblem, type TypedFormula } from '@guanxi/formula';
import { documentScope, documentTables, documentTexts, formulaScope, type DocumentTable, type DocumentTemplateDocument, type Model, type ObjectModel } from '@guanxi/metadata';
import { readToken, readTokensIn, type MessageToken } from '../mail/render/read-tokens.js';

/** A template whose formulas are read. */
export interface ReadLetter {
  readonly template: DocumentTemplateDocument;
  readonly object: ObjectModel;
  readonly tokens: ReadonlyMap<string, MessageToken>;
  readonly tables: ReadonlyMap<DocumentTable, ReadTable>;
  readonly unresolved: readonly { readonly text: string; readonly problem: FormulaProblem }[];
}

export interface ReadTable {
  readonly related: ObjectModel;
  /** Name of the lookup of the related object that points back. */
  readonly back: string;
  readonly where?: TypedFormula;
  readonly orderBy?: TypedFormula;
  /** Undefined for a column whose formula makes no sense. */
  readonly columns: readonly (MessageToken | undefined)[];
}

/** Undefined where its object is not there. What does not fit is told, and left out. */
export function readLetter(template: DocumentTemplateDocument, model: Model): ReadLetter | undefined {
  const object = model.objectByName.get(template.object);
  if (!object) return undefined;
  const scope = documentScope(model, object.name);
  const { tokens, unresolved: inTexts } = readTokensIn(documentTexts(template).map(({ text }) => text), { model, object: object.name, scope });
  const unresolved = [...inTexts];
  const tables = new Map<DocumentTable, ReadTable>();
  for (const { table } of documentTables(template)) {
    const relation = object.relationByName.get(table.relation);
    const related = relation && model.objectByName.get(relation.object);
    if (!relation || !related || relation.through) continue;
    const columnScope = formulaScope(model, related.name);
    const formula = (text: string | undefined): TypedFormula | undefined => {
      const checked = text === undefined || text.trim() === '' ? undefined : checkFormula(text, columnScope);
      if (text !== undefined && checked && !checked.ok) unresolved.push(...checked.problems.map((problem) => ({ text, problem })));
      return checked?.ok ? checked.formula : undefined;
    };
    const columns = table.columns.map(({ value }) => {
      const read = value.trim() === '' ? undefined : readToken(value, { model, object: related.name, scope: columnScope });
      if (read && 'problem' in read) unresolved.push({ text: value, problem: read.problem });
      return read && !('problem' in read) ? read : undefined;
    });
    const [where, orderBy] = [formula(table.where), formula(table.orderBy)];
    tables.set(table, { related, back: relation.field, columns, ...(where?.type === 'boolean' && { where }), ...(orderBy && { orderBy }) });
  }
  return { template, object, tokens, tables, unresolved };
}
