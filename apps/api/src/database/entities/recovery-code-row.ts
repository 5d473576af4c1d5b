import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'guanxi', name: 'recovery_code' })
export class RecoveryCodeRow {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  /** SHA-256 over the person's id and the code, in hexadecimal. */
  @PrimaryColumn('text', { name: 'code_hash' })
  codeHash!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
