import { Global, Module } from '@nestjs/common';
import { Models } from './models.js';
import { PublishedRevisions } from './published-revisions.js';
import { RevisionStore } from './revision-store.js';

@Global()
@Module({ providers: [Models, PublishedRevisions, RevisionStore], exports: [Models] })
export class MetadataModule {}
