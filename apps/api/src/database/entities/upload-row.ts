import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that came in and waits to be imported. */
@Entity({ schema: 'guanxi', name: 'upload' })
export class UploadRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'org_id' })
  orgId!: string;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  /** Bytes. */
  @Column('bigint')
  size!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
