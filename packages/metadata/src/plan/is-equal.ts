/** Whether two plain JSON values say the same. The order of keys does not matter, a missing key is an undefined one. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => isEqual((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]));
}
