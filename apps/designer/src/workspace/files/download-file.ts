import { download } from '../../ui/index.js';

/** The browser keeps it where it keeps what is downloaded. */
export function downloadFile(url: string, name: string): void {
  download(`${url}${url.includes('?') ? '&' : '?'}download`, name);
}
