export function recordHref(object: string, id: string): string {
  return `/app/${encodeURIComponent(object)}/${encodeURIComponent(id)}`;
}
