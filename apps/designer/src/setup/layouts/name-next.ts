/** The name for another document of an object: the object's own, or with the next number behind it. */
export function nameNext(start: string, taken: readonly string[]): string {
  if (!taken.includes(start)) return start;
  for (let number = 2; ; number += 1) {
    const name = `${start}.${number}`;
    if (!taken.includes(name)) return name;
  }
}
