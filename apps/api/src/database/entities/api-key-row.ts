import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { UserRow } from './user-row.js';

@Entity({ schema: 'guanxi', name: 'api_key' })
export class ApiKeyRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @ManyToOne(() => UserRow)
  @JoinColumn({ name: 'user_id' })
  user!: UserRow;

  @Column('text')
  name!: string;

  /** SHA-256 of the key, in hexadecimal. */
  @Column('text', { name: 'key_hash' })
  keyHash!: string;

  /** Of the key before the last rotation. */
  @Column('text', { name: 'previous_hash', nullable: true })
  previousHash!: string | null;

  /** Until when that one works. */
  @Column('timestamptz', { name: 'previous_until', nullable: true })
  previousUntil!: Date | null;

  /** The sandbox that is worked in; null in the person's own org. */
  @Column('uuid', { name: 'org_id', nullable: true })
  orgId!: string | null;

  /** The permission sets that it is limited to; null leaves it all rights of its owner. */
  @Column('text', { name: 'permission_sets', array: true, nullable: true })
  permissionSets!: string[] | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column('text', { name: 'last_used_address', nullable: true })
  lastUsedAddress!: string | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;
}
