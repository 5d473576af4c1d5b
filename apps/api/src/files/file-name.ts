const LONGEST = 255;

/** The name that a file is kept under: without a path and without characters that would mean something else somewhere. Undefined when nothing is left. */
export function cleanFileName(given: string): string | undefined {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = base.replace(/[\p{Control}\p{Format}\p{Surrogate}"<>|:*?]/gu, '').replace(/\s+/gu, ' ').trim().replace(/^\.+/, '');
  if (clean === '') return undefined;
  const characters = [...clean];
  if (characters.length <= LONGEST) return clean;
  const ending = /\.[\p{Letter}\p{Number}]{1,10}$/u.exec(clean)?.[0] ?? '';
  return characters.slice(0, LONGEST - ending.length).join('') + ending;
}

/** The header that names a file, for browsers that know RFC 5987 and for those that do not. */
export function contentDisposition(name: string, shown: 'inline' | 'attachment'): string {
  const plain = name.replace(/[^\u0020-\u007e]|["%\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${shown}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
