/** `customerNumber` → `customer_number`, `HTTPCase` → `http_case`. Never makes two underscores in a row. */
export function snakeCase(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
