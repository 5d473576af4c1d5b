/** `Customer` → `customer`, `HTTPCase` → `httpCase`, `URL` → `url`. */
export function camelCase(name: string): string {
  return name.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
}
