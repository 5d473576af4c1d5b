import type { JSONWebKeySet } from 'jose';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'guanxi', name: 'oauth_client' })
export class OauthClientRow {
  /** Its `client_id`, and the id of its row in the org's `_user`. */
  @PrimaryColumn('uuid')
  id!: string;

  /** The org, or the sandbox, that it works in. */
  @Column('uuid', { name: 'org_id' })
  orgId!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'permission_sets', array: true })
  permissionSets!: string[];

  /** Name of its role in the tree of roles. */
  @Column('text', { nullable: true })
  role!: string | null;

  /** Names of its teams. */
  @Column('text', { array: true })
  teams!: string[];

  /** SHA-256 of the secret, in hexadecimal. */
  @Column('text', { name: 'secret_hash' })
  secretHash!: string;

  /** Of the secret before the last rotation. */
  @Column('text', { name: 'previous_hash', nullable: true })
  previousHash!: string | null;

  /** Until when that one works. */
  @Column('timestamptz', { name: 'previous_until', nullable: true })
  previousUntil!: Date | null;

  /** Whose private halves may sign instead of telling the secret. */
  @Column('jsonb', { name: 'public_keys', nullable: true })
  publicKeys!: JSONWebKeySet | null;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column('text', { name: 'last_used_address', nullable: true })
  lastUsedAddress!: string | null;
}
