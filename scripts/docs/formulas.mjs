import { code, page, table } from './markdown.mjs';
import { loadPackage } from './packages.mjs';

export async function describeFormulas() {
  const { checkFormula, formulaFunctions } = await loadPackage('formula');
  const functions = Object.values(formulaFunctions).sort((left, right) => (left.name < right.name ? -1 : 1));
  return {
    'formulas.md': page(
      'Formulas',
      'Formulas stand in the conditions of workflows and in the values that their steps set. Fields are called by their API names; a dot follows a lookup: `customer.city`. Operators: `+ - * / ^`, `&` joins text, `= <> < <= > >=`. Text stands in single or double quotes. How blanks, numbers and dates are worked with is told in [the language](../../packages/formula/README.md).',
      table(['function', 'answers', 'for example'], functions.map(({ signature, description, examples }) => [code(signature), description, examples.map((example) => showExample(example, checkFormula)).join('<br>')])),
    ),
  };
}

function showExample({ formula, result }, checkFormula) {
  if (result === null) return `${code(formula)} → blank`;
  const checked = checkFormula(formula, { resolve: () => undefined });
  const isQuoted = checked.ok && ['text', 'picklist'].includes(checked.formula.type);
  return `${code(formula)} → ${code(isQuoted ? `"${result}"` : String(result))}`;
}
