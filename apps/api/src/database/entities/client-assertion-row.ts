import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed statement by which a client has said who it is; it counts once. */
@Entity({ schema: 'guanxi', name: 'client_assertion' })
export class ClientAssertionRow {
  @PrimaryColumn('text', { name: 'id_hash' })
  idHash!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
