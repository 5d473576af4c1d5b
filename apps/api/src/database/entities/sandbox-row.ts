import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How an org that is a sandbox came to be. */
@Entity({ schema: 'guanxi', name: 'sandbox' })
export class SandboxRow {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId!: string;

  /** The revision of the source that was copied: the base that both are compared with. */
  @Column('integer', { name: 'base_revision' })
  baseRevision!: number;

  @Column('text')
  copies!: 'none' | 'sample' | 'all';

  @Column('boolean')
  masked!: boolean;

  @Column('text')
  state!: 'waiting' | 'copying' | 'ready' | 'failed' | 'cancelled';

  /** bigint arrives as text. */
  @Column('bigint', { name: 'rows_copied' })
  rowsCopied!: string;

  @Column('bigint', { name: 'rows_total', nullable: true })
  rowsTotal!: string | null;

  @Column('text', { nullable: true })
  error!: string | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
