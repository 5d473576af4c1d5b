import type { AppBundle } from '@guanxi/metadata';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a release of an app brought into an org. Which release is in force the app's published document says. */
@Entity({ schema: 'guanxi', name: 'app_release' })
export class AppReleaseRow {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId!: string;

  @PrimaryColumn('text')
  name!: string;

  @PrimaryColumn('text')
  version!: string;

  @Column('json')
  bundle!: AppBundle;

  @Column('uuid', { name: 'installed_by', nullable: true })
  installedBy!: string | null;

  @Column('timestamptz', { name: 'installed_at' })
  installedAt!: Date;
}
