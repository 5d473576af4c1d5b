import { code, page, table } from './markdown.mjs';
import { loadPackage } from './packages.mjs';

export async function describeFormulas() {
  const { checkFormula, formulaFunctions } = await loadPackage('formula');
  const functions = Object.values(formulaFunctions).sort((left, right) => (left.name < right.name ? -1 : 1));
  return {
    'formulas.md': page(
      'Formulas',
      'Formulas stand in formula fields, validation rules, defaults, layouts, the conditions of workflows and the values that their steps set. Fields are called by their API names; a dot follows a lookup: `customer.city`. `$User`, `$Org` and, in lookup filters, `$Source` name who asks, the org and the record that points. Operators: `+ - * / ^`, `&` joins text, `= == <> != < <= > >=`, `&& || !`. Text stands in single or double quotes, comments in `/* */`. How blanks, numbers and dates are worked with is told in [the language](../../packages/formula/README.md). The Salesforce functions that have no meaning here are refused by name, with the way out.',
      table(['function', 'answers', 'for example'], functions.map(({ signature, description, examples }) => [code(signature), description.en, examples.map((example) => showExample(example, checkFormula)).join('<br>')])),
    ),
  };
}

function showExample({ formula, result }, checkFormula) {
  if (result === undefined) return code(formula);
  if (result === null) return `${code(formula)} → blank`;
  const checked = checkFormula(formula, { resolve: () => undefined });
  const isQuoted = checked.ok && ['text', 'picklist'].includes(checked.formula.type);
  return `${code(formula)} → ${code(isQuoted ? `"${result}"` : String(result))}`;
}
