import { sendFile } from '../../api/index.js';

/** What the server made of a file: its headings and first rows. */
export interface Upload {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly delimiter: string;
  readonly columns: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

/** The server takes no more. */
export const largestFile = 1024 ** 3;

/** Tells how much of the file has gone, from 0 to 1. Throws `ApiError`. */
export function uploadFile(file: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<Upload> {
  return sendFile('/import/upload', file, onProgress, signal);
}
