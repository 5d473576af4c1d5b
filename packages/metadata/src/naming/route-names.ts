import { snakeCase } from './snake-case.js';

/** The part of a page's address that names an object: `orderItems` → `order-items`. */
export function routeSegment(object: { readonly plural: string }): string {
  return snakeCase(object.plural).replaceAll('_', '-');
}
