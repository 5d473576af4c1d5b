import { checkFormula, type FormulaProblem, type FormulaScope } from '@guanxi/formula';
import { splitMessage } from '@guanxi/metadata';

/** What is wrong in the tokens of a message, at places of the whole message. */
export function findTokenProblems(text: string, scope: FormulaScope): readonly (Pick<FormulaProblem, 'start' | 'end' | 'tell'> & { readonly token: string })[] {
  return splitMessage(text).flatMap((piece) => {
    if (piece.kind === 'words') return [];
    if (!piece.closed) return [{ token: piece.formula, start: piece.start, end: piece.end, tell: sayOpen }];
    const checked = checkFormula(piece.formula, scope);
    return checked.ok ? [] : checked.problems.map(({ start, end, tell }) => ({ token: piece.formula, start: piece.start + start, end: piece.start + end, tell }));
  });
}

const open: Readonly<Record<string, string>> = { 'zh-TW': '代碼沒有結尾：請在後面加上 }}。', 'zh-CN': '变量没有结尾：请在后面加上 }}。' };

function sayOpen(language: string): { readonly message: string } {
  return { message: open[language] ?? 'The token does not end: write }} behind it.' };
}
