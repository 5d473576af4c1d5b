/** Where the content of a file is, on the server that the page came from. */
export function fileAddress(id: string): string {
  return `/files/${encodeURIComponent(id)}`;
}
