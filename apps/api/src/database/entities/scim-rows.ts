import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GroupMapping } from './identity-provider-row.js';

@Entity({ schema: 'guanxi', name: 'scim_setting' })
export class ScimSettingRow {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId!: string;

  @Column('text', { name: 'default_permission_sets', array: true })
  defaultPermissionSets!: string[];

  @Column('jsonb')
  mappings!: GroupMapping[];
}

@Entity({ schema: 'guanxi', name: 'scim_token' })
export class ScimTokenRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'org_id' })
  orgId!: string;

  @Column('text')
  name!: string;

  /** SHA-256 of the token, in hexadecimal. */
  @Column('text', { name: 'token_hash' })
  tokenHash!: string;

  /** Of the token before the last rotation. */
  @Column('text', { name: 'previous_hash', nullable: true })
  previousHash!: string | null;

  @Column('timestamptz', { name: 'previous_until', nullable: true })
  previousUntil!: Date | null;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
}

/** What a directory has said about a user beyond what the platform keeps of one. */
@Entity({ schema: 'guanxi', name: 'scim_user' })
export class ScimUserRow {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  @Column('uuid', { name: 'org_id' })
  orgId!: string;

  @Column('text', { name: 'user_name' })
  userName!: string;

  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  /** `name`, `emails` and other attributes as they were sent. */
  @Column('jsonb')
  attributes!: Record<string, unknown>;

  /** The directory has deleted them: switched off here, and not there any more for it. */
  @Column('boolean', { default: false })
  gone!: boolean;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}

@Entity({ schema: 'guanxi', name: 'scim_group' })
export class ScimGroupRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'org_id' })
  orgId!: string;

  @Column('text', { name: 'display_name' })
  displayName!: string;

  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}

@Entity({ schema: 'guanxi', name: 'scim_member' })
export class ScimMemberRow {
  @PrimaryColumn('uuid', { name: 'group_id' })
  groupId!: string;

  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;
}
