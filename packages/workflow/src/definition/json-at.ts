/** What stands at a JSON pointer (RFC 6901) of a value; undefined where there is nothing. */
export function atPointer(value: unknown, pointer: string): unknown {
  if (pointer === '') return value;
  return pointer.split('/').slice(1).reduce<unknown>((place, part) => stepInto(place, part.replaceAll('~1', '/').replaceAll('~0', '~')), value);
}

function stepInto(place: unknown, key: string): unknown {
  if (typeof place !== 'object' || place === null) return undefined;
  if (Array.isArray(place) && !/^(?:0|[1-9]\d*)$/.test(key)) return undefined;
  return Object.hasOwn(place, key) ? (place as Readonly<Record<string, unknown>>)[key] : undefined;
}
