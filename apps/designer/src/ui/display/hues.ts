/** The twelve hues that objects, picklist values and people are told apart by; degrees of OKLCH at one lightness. */
export const hues = {
  indigo: 268, blue: 245, sky: 220, teal: 195, green: 165, lime: 140,
  olive: 110, amber: 80, orange: 55, red: 25, pink: 350, violet: 310,
} as const;

export type Hue = keyof typeof hues;
export const hueNames = Object.keys(hues) as readonly Hue[];

/** Degrees of a hue by name; any other text always gets the same one of the twelve. */
export function hueOf(name: string): number {
  if (Object.hasOwn(hues, name)) return hues[name as Hue];
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hues[hueNames[sum % hueNames.length] ?? 'indigo'];
}
