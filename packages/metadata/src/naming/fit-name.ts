/** PostgreSQL cuts longer names off without a word, so that two could become one. */
const LONGEST = 63;
const HASH_LENGTH = 8;

/**
 * Parts of a name, joined so that no two lists of parts give the same one: parts hold no double underscore themselves.
 * Names that would be too long keep their beginning and end in a hash of the whole.
 */
export function fitName(...parts: readonly string[]): string {
  const name = parts.join('__');
  if (name.length <= LONGEST) return name;
  return `${name.slice(0, LONGEST - HASH_LENGTH - 1)}_${stableHash(name)}`;
}

/** Two rounds of FNV-1a over the UTF-16 units, the second one backwards: eight characters of base 36. */
function stableHash(text: string): string {
  const forwards = fnv1a([...text]);
  const backwards = fnv1a([...text].reverse());
  return (BigInt(forwards) * 4294967296n + BigInt(backwards)).toString(36).padStart(HASH_LENGTH, '0').slice(-HASH_LENGTH);
}

function fnv1a(characters: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const character of characters) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
