/** Whether two values are the same JSON, keys in the same order: the order of properties is the order of fields. */
export function sameJson(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [keys, others] = [Object.keys(left), Object.keys(right)];
  if (keys.length !== others.length) return false;
  return keys.every((key, index) => key === others[index] && sameJson((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]));
}
