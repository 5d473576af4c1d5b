/** Hands a text to the browser as a file to keep, where it keeps what is downloaded. */
export function saveFile(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  download(address, name);
  URL.revokeObjectURL(address);
}

/** Has the browser keep what an address answers. */
export function download(address: string, name: string): void {
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
}
