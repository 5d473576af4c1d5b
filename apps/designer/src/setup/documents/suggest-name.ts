const longestName = 50;

/** `Sales order` → `SalesOrder`. Empty where the label has no Latin letter to make a name of, as in Chinese. */
export function suggestObjectName(label: string): string {
  return capitalize(latinWords(label).map(capitalize).join('').replace(/^\d+/, '')).slice(0, longestName);
}

/** `Ordered on` → `orderedOn`. */
export function suggestFieldName(label: string): string {
  const name = suggestObjectName(label);
  return /^[A-Z]+$/.test(name) ? name.toLowerCase() : name.charAt(0).toLowerCase() + name.slice(1);
}

/** The value a picklist stores for a label: Latin words joined, other scripts as they are. */
export function suggestValue(label: string): string {
  const words = latinWords(label);
  return words.length > 0 && !/\p{Script=Han}/u.test(label) ? words.map((word) => word.toLowerCase()).join('_') : label.trim();
}

/** The name itself, or with a number behind it where it is taken. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const short = wanted.slice(0, longestName - 2);
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${short}${number}`)) number += 1;
  return `${short}${number}`;
}

function latinWords(label: string): readonly string[] {
  return label.normalize('NFD').replaceAll(/\p{M}/gu, '').match(/[A-Za-z0-9]+/g) ?? [];
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
