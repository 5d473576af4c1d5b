import type { MetadataDocument } from '@guanxi/metadata';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one draft of an org: what is to be laid over the published documents. */
@Entity({ schema: 'guanxi', name: 'draft' })
export class DraftRow {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId!: string;

  @Column('integer', { name: 'base_revision' })
  baseRevision!: number;

  @Column('json')
  documents!: readonly MetadataDocument[];

  /** Ids of published documents that are to go. */
  @Column('json')
  removed!: readonly string[];

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  @Column('uuid', { name: 'updated_by', nullable: true })
  updatedBy!: string | null;
}
