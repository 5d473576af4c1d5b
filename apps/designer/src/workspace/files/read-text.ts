const olderEncodings: Readonly<Record<string, readonly string[]>> = { 'zh-TW': ['big5', 'gb18030'], 'zh-CN': ['gb18030', 'big5'] };

/** The words of a file that does not say how it is written: UTF-16 by its mark, UTF-8, or what is usual where the reader is. */
export function readText(bytes: Uint8Array, language: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', ...(olderEncodings[language] ?? ['windows-1252'])]) {
    try {
      // A character that is cut at the end is no reason to take it for another encoding.
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    } catch {
      // The next one.
    }
  }
  return new TextDecoder().decode(bytes);
}
