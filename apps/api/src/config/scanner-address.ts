/** Where clamd listens. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** Reads `host:port`, `[::1]:3310` or the path of a socket; undefined for anything else. */
export function readScannerAddress(text: string): ScannerAddress | undefined {
  if (text.startsWith('/')) return { path: text };
  const found = /^(?:\[([0-9a-f:.]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text);
  const [host, port] = [found?.[1] ?? found?.[2], Number(found?.[3])];
  return host !== undefined && port > 0 && port < 65_536 ? { host, port } : undefined;
}
