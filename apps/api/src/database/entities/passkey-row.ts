import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { UserRow } from './user-row.js';

@Entity({ schema: 'guanxi', name: 'passkey' })
export class PasskeyRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @ManyToOne(() => UserRow)
  @JoinColumn({ name: 'user_id' })
  user!: UserRow;

  /** As the authenticator names it, in base64url. */
  @Column('text', { name: 'credential_id' })
  credentialId!: string;

  /** COSE. */
  @Column('bytea', { name: 'public_key' })
  publicKey!: Buffer;

  /** How often it has signed, as it says itself; text, as PostgreSQL tells a bigint. */
  @Column('bigint')
  counter!: string;

  @Column('text', { array: true })
  transports!: string[];

  /** The host that it was made for, and the only one that it counts for. */
  @Column('text')
  party!: string;

  @Column('text')
  name!: string;

  /** Whether it may be on several devices. */
  @Column('boolean')
  synced!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column('text', { name: 'last_used_address', nullable: true })
  lastUsedAddress!: string | null;
}
