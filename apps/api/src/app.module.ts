import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { ExplainModule } from './access/explain/explain.module.js';
import { ActivityModule } from './activity/activity.module.js';
import { AppsModule } from './apps/apps.module.js';
import { AuditModule } from './audit/audit.module.js';
import { TrailModule } from './audit/trail.module.js';
import { BoundsModule } from './graphql/bounds/bounds.module.js';
import { AutomationModule } from './automation/automation.module.js';
import { ChangesModule } from './changes/changes.module.js';
import { DuplicatesModule } from './duplicates/duplicates.module.js';
import { CurrenciesModule } from './currencies/currencies.module.js';
import { ImportsModule } from './exchange/imports/imports.module.js';
import { ExportsModule } from './exchange/exports/exports.module.js';
import { EncryptionModule } from './encryption/encryption.module.js';
import { FederationModule } from './federation/federation.module.js';
import { FilesModule } from './files/files.module.js';
import { SettingsModule } from './config/settings.module.js';
import type { Settings } from './config/settings.js';
import { DatabaseModule } from './database/database.module.js';
import { FavouritesModule } from './favourites/favourites.module.js';
import { ListViewsModule } from './list-views/list-views.module.js';
import { HealthModule } from './health/health.module.js';
import { CredentialsModule } from './identity/credentials.module.js';
import { FactorsModule } from './identity/factors/factors.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { KeysModule } from './identity/keys/keys.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LettersModule } from './letters/letters.module.js';
import { MailModule } from './mail/mail.module.js';
import { MetadataApiModule } from './metadata-api/metadata-api.module.js';
import { MetadataModule } from './metadata/metadata.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { PeopleModule } from './people/people.module.js';
import { OrgsModule } from './orgs/orgs.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { QueueModule } from './queue/queue.module.js';
import { RecordsModule } from './records/records.module.js';
import { RecycleBinModule } from './recycle-bin/recycle-bin.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { SandboxesModule } from './sandboxes/sandboxes.module.js';
import { TracingModule } from './tracing/tracing.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

/** In the order in which they build on one another. A new room: a line. */
const rooms = [
  TracingModule,
  DatabaseModule,
  TrailModule,
  OrgsModule,
  FederationModule,
  IdentityModule,
  FactorsModule,
  KeysModule,
  AccessModule,
  BoundsModule,
  MetadataModule,
  QueueModule,
  RecordsModule,
  ChangesModule,
  OperationsModule,
  PeopleModule,
  ExplainModule,
  AutomationModule,
  ActivityModule,
  RecycleBinModule,
  AuditModule,
  DuplicatesModule,
  ImportsModule,
  ExportsModule,
  PrivacyModule,
  RetentionModule,
  EncryptionModule,
  FilesModule,
  WebhooksModule,
  LettersModule,
  MailModule,
  CredentialsModule,
  CurrenciesModule,
  AppsModule,
  SandboxesModule,
  JobsModule,
  ListViewsModule,
  FavouritesModule,
  HealthModule,
  MetadataApiModule,
];

/** The whole application; which of its rooms have work to do depends on what it was started as. */
@Module({ imports: rooms })
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return { module: AppModule, imports: [SettingsModule.with(settings)] };
  }
}
