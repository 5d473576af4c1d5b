import { variantForms } from './character-variants.js';

/** More letters tell little more, and the expression takes longer to make. */
const MOST_LETTERS = 12;

const PLAIN_LETTER = /[0-9a-z]/u;
const IDEOGRAPH = /[\u4e00-\u9fff]/u;

/** What folds to something that its look does not tell: accents, full width, other scripts. */
const EXOTIC = '[^\\u0001-\\u007f\\u4e00-\\u9fff]';
/** What folding leaves out of the others. */
const BETWEEN = '[^0-9A-Za-z\\u4e00-\\u9fff]*';

/**
 * A regular expression of PostgreSQL for texts as they are, without regard to case. Each text that contains one of the forms when it is folded
 * matches it. It costs a tenth of folding, so that most texts need not be folded to be passed over.
 */
export function glanceOf(forms: readonly string[]): string {
  const written = forms.map((form) => [...form].slice(0, MOST_LETTERS));
  const known = written.filter((letters) => letters.every((letter) => PLAIN_LETTER.test(letter) || IDEOGRAPH.test(letter)));
  return [EXOTIC, ...known.map((letters) => letters.map(lettersFor).join(BETWEEN))].join('|');
}

function lettersFor(form: string): string {
  const others = (variantsOf.get(form) ?? []).filter((variant) => IDEOGRAPH.test(variant));
  return others.length === 0 ? form : `[${form}${others.join('')}]`;
}

const variantsOf: ReadonlyMap<string, readonly string[]> = readVariants();

function readVariants(): ReadonlyMap<string, readonly string[]> {
  const variants = new Map<string, string[]>();
  for (const [variant, form] of variantForms) variants.set(form, [...(variants.get(form) ?? []), variant]);
  return variants;
}
