import type { Format } from '../../format/index.js';
import type { UploadLimits } from './attached-file.js';

/** The limit in the megabytes that it is set in, of 1,024 kilobytes each. */
export function writeLimit({ bytes }: UploadLimits, format: Format): string {
  return `${format.number(bytes / 1024 ** 2, { maximumFractionDigits: 1 })} MB`;
}
