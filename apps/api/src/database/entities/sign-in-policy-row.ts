import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'guanxi', name: 'sign_in_policy' })
export class SignInPolicyRow {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId!: string;

  @Column('integer', { name: 'session_hours' })
  sessionHours!: number;

  @Column('integer', { name: 'idle_minutes' })
  idleMinutes!: number;

  @Column('text', { name: 'factor_required' })
  factorRequired!: 'nobody' | 'admins' | 'everybody';

  /** Null: since it was said. */
  @Column('timestamptz', { name: 'factor_from', nullable: true })
  factorFrom!: Date | null;

  @Column('boolean', { name: 'password_allowed' })
  passwordAllowed!: boolean;

  /** The admin whose password works although others' do not. */
  @Column('uuid', { name: 'emergency_user_id', nullable: true })
  emergencyUserId!: string | null;

  @Column('integer', { name: 'shortest_password' })
  shortestPassword!: number;

  /** Networks as CIDR; none: from anywhere. */
  @Column('text', { array: true })
  addresses!: string[];

  @Column('integer', { name: 'api_key_days', nullable: true })
  apiKeyDays!: number | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
