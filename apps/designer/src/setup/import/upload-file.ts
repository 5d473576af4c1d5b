import { restRequest, sendFile } from '../../api/index.js';

/** What the server made of a file: its headings and first rows. */
export interface Upload {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly kind: 'csv' | 'xlsx' | 'ndjson';
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly sheets?: readonly string[];
  readonly columns: readonly string[];
  readonly sample: readonly (readonly (string | number | boolean)[])[];
}

/** How a file is to be read, where the server has taken it for something else. */
export interface Reading {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
}

/** The server takes no more. */
export const largestFile = 1024 ** 3;

/** Those that the server reads, most used here first. */
export const encodings = ['utf-8', 'big5', 'gb18030', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis', 'euc-jp', 'euc-kr', 'windows-1251'] as const;

/** Tells how much of the file has gone, from 0 to 1. Throws `ApiError`. */
export function uploadFile(file: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<Upload> {
  return sendFile('/import/upload', file, onProgress, signal);
}

/** The same file read another way. Throws `ApiError`. */
export async function readAgain(id: string, reading: Reading): Promise<Upload> {
  const response = await restRequest(`/import/upload/${id}?${new URLSearchParams({ ...reading }).toString()}`);
  return await response.json() as Upload;
}
