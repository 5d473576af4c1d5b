import type { Model } from '@guanxi/metadata';
import type { Actor } from '../../../access/actor.js';
import type { ValueCipher } from '../../../encryption/value-cipher.js';
import type { OrgDatabase } from '../../../database/org-database.js';
import type { Models } from '../../../metadata/models.js';
import type { Operations } from '../../../operations/operations.js';
import type { RecordWriter } from '../../../records/record-writer.js';
import type { FileFormatName } from '../../formats/file-format.js';
import type { ImportRecord } from '../import-record.js';
import type { ImportShape } from '../import-shape.js';
import type { ImportStore } from '../import-store.js';
import type { Staging } from '../staging/staging.js';

/** One import at work, with all it needs. */
export interface ImportRun {
  readonly job: ImportRecord;
  readonly database: OrgDatabase;
  readonly writer: RecordWriter;
  readonly operations: Operations;
  readonly store: ImportStore;
  readonly cipher: Pick<ValueCipher, 'encrypt' | 'decrypt'>;
  readonly models: Pick<Models, 'current' | 'at'>;
  readonly model: Model;
  readonly revision: number | undefined;
  readonly actor: Actor;
  readonly file: { readonly path: string; readonly kind: FileFormatName; readonly columns: readonly string[]; readonly form: NonNullable<ImportRecord['form']> };
  readonly shape: ImportShape;
  readonly staging: Staging;
  readonly now: () => Date;
}

/** Somebody asked to stop it. */
export class Cancelled extends Error {}
