/** Freezes a value and everything plain in it; maps stay as they are, their values are frozen. */
export function deepFreeze<T>(value: T): T {
  freeze(value, new Set());
  return value;
}

function freeze(value: unknown, seen: Set<object>): void {
  if (typeof value !== 'object' || value === null || seen.has(value) || Object.isFrozen(value)) return;
  seen.add(value);
  if (value instanceof Map) for (const entry of value.values()) freeze(entry, seen);
  else for (const entry of Object.values(value)) freeze(entry, seen);
  Object.freeze(value);
}
