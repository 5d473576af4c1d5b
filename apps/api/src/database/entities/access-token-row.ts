import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { OauthClientRow } from './oauth-client-row.js';

@Entity({ schema: 'guanxi', name: 'access_token' })
export class AccessTokenRow {
  /** SHA-256 of the token, in hexadecimal. */
  @PrimaryColumn('text', { name: 'token_hash' })
  tokenHash!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @ManyToOne(() => OauthClientRow)
  @JoinColumn({ name: 'client_id' })
  client!: OauthClientRow;

  /** Names of permission sets, a part of the client's or all of them. */
  @Column('text', { array: true })
  scopes!: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
