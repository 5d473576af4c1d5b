import type { UploadLimits } from './attached-file.js';
import { endingOf } from './file-kind.js';

export type Refusal = 'empty' | 'tooLarge' | 'program';

/** Why a file is not even sent. What it contains only the server can tell. */
export function refusalOf({ name, size }: Pick<File, 'name' | 'size'>, limits: UploadLimits | undefined): Refusal | null {
  if (size === 0) return 'empty';
  if (!limits) return null;
  if (size > limits.bytes) return 'tooLarge';
  return limits.refusedEndings.includes(endingOf(name)) ? 'program' : null;
}
