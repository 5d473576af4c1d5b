import type { MetadataDocument } from '@guanxi/metadata';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `json`, not `jsonb`: the order of keys in documents is the order of fields. */
@Entity({ schema: 'guanxi', name: 'revision' })
export class RevisionRow {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId!: string;

  @PrimaryColumn('integer')
  number!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** By whoever published it. */
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  /** All of them; of a revision that is based on another one, those that differ from it. */
  @Column('json')
  documents!: readonly MetadataDocument[];

  @Column('integer', { name: 'based_on', nullable: true })
  basedOn!: number | null;

  /** Ids of documents of the revision it is based on that are not there any more. */
  @Column('json')
  removed!: readonly string[];

  /** What publishing did, as it was shown to the person who agreed to it. */
  @Column('json')
  changes!: readonly RecordedChange[];
}

export interface RecordedChange {
  readonly id: string;
  readonly kind: string;
  readonly risk: 'online' | 'rewriting' | 'narrowing' | 'destroying';
  readonly sentence: string;
  readonly object?: string;
  readonly field?: string;
  readonly rows?: number;
  readonly examples?: readonly { readonly id: string; readonly name: string }[];
  readonly blocking: boolean;
  readonly sql: readonly string[];
}
