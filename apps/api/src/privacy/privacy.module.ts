import { Module } from '@nestjs/common';
import { ExportsModule } from '../exchange/exports/exports.module.js';
import { ImportsModule } from '../exchange/imports/imports.module.js';
import { Erasures } from './erasures.js';
import { HoldsResolver } from './holds.resolver.js';
import { KeptFiles } from './kept-files.js';
import { PersonArchives } from './person-archives.js';
import { PrivacyRequests } from './privacy-requests.js';
import { PrivacyResolver } from './privacy.resolver.js';
import { RecordHolds } from './record-holds.js';

/** What people may ask who are known to an org: what is kept of them, and that it goes. */
@Module({ imports: [ExportsModule, ImportsModule], providers: [Erasures, KeptFiles, HoldsResolver, PersonArchives, PrivacyRequests, PrivacyResolver, RecordHolds], exports: [KeptFiles, PersonArchives, PrivacyRequests] })
export class PrivacyModule {}
