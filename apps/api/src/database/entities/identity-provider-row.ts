import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a group of a provider or directory gives in this org. */
export interface GroupMapping {
  readonly group: string;
  readonly permissionSets: readonly string[];
  readonly role?: string | null;
  readonly teams: readonly string[];
}

@Entity({ schema: 'guanxi', name: 'identity_provider' })
export class IdentityProviderRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'org_id' })
  orgId!: string;

  @Column('text')
  name!: string;

  @Column('boolean')
  active!: boolean;

  @Column('text')
  issuer!: string;

  @Column('text', { name: 'client_id' })
  clientId!: string;

  /** A cipher of the key ring; null for a client without a secret. */
  @Column('text', { name: 'client_secret', nullable: true })
  clientSecret!: string | null;

  /** Separated by blanks. */
  @Column('text')
  scopes!: string;

  /** Domains of e-mail addresses that the provider may speak for, in lower case. */
  @Column('text', { array: true })
  domains!: string[];

  /** Addresses of these domains count as verified although the provider does not say so. */
  @Column('boolean', { name: 'trusts_email' })
  trustsEmail!: boolean;

  /** Makes a user of whoever comes for the first time. */
  @Column('boolean', { name: 'makes_users' })
  makesUsers!: boolean;

  /** Signing out here signs out there. */
  @Column('boolean', { name: 'ends_there' })
  endsThere!: boolean;

  @Column('text', { name: 'default_permission_sets', array: true })
  defaultPermissionSets!: string[];

  /** Claim with the names of groups; dots lead into objects. */
  @Column('text', { name: 'group_claim', nullable: true })
  groupClaim!: string | null;

  @Column('jsonb')
  mappings!: GroupMapping[];

  /** Who is in none of the mapped groups is kept out. */
  @Column('boolean', { name: 'needs_group' })
  needsGroup!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
