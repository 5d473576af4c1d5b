import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'guanxi', name: 'totp' })
export class TotpRow {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  /** Encrypted; null until the first code has been seen. */
  @Column('text', { nullable: true })
  secret!: string | null;

  /** Encrypted: a secret that was shown and whose first code is waited for. */
  @Column('text', { nullable: true })
  pending!: string | null;

  /** The last step that a code was taken of; as text, as PostgreSQL tells a bigint. */
  @Column('bigint', { name: 'last_step', default: 0 })
  lastStep!: string;

  /** Wrong codes since the last right one. */
  @Column('integer', { default: 0 })
  wrong!: number;

  @Column('timestamptz', { name: 'wait_until', nullable: true })
  waitUntil!: Date | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;
}
