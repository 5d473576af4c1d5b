/** The browser keeps it where it keeps what is downloaded. */
export function downloadFile(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = `${url}${url.includes('?') ? '&' : '?'}download`;
  link.download = name;
  link.click();
}
