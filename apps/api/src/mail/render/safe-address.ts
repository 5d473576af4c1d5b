const ALLOWED: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address as it may stand in a link; undefined for any that is none, or would run something. */
export function safeAddress(text: string): string | undefined {
  const address = text.trim();
  if (address.length > 2_000 || /[\p{C}\s]/u.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return ALLOWED.has(url.protocol) && url.username === '' && url.password === '' ? url.href : undefined;
}
