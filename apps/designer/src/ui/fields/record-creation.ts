import { createContext } from 'react';
import type { FoundRecord } from './find-records.js';

/** Makes a record that a lookup does not find, without leaving the form it stands in. */
export interface RecordCreation {
  readonly mayCreate: (object: string) => boolean;
  /** `text` is what was typed, the name to be. Null where nothing was made. */
  readonly create: (object: string, text: string) => Promise<FoundRecord | null>;
}

/** Given by forms whose lookups may make records; without one they only find. */
export const RecordCreationContext = createContext<RecordCreation | null>(null);
