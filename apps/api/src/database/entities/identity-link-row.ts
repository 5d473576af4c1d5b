import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom a provider knows under which subject. */
@Entity({ schema: 'guanxi', name: 'identity_link' })
export class IdentityLinkRow {
  @PrimaryColumn('uuid', { name: 'provider_id' })
  providerId!: string;

  @PrimaryColumn('text')
  issuer!: string;

  @PrimaryColumn('text')
  subject!: string;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  /** Switched off because of no mapped group, and on again when there is one. */
  @Column('boolean', { name: 'shut_out', default: false })
  shutOut!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_used_at' })
  lastUsedAt!: Date;
}
