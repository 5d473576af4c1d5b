import { Global, Module } from '@nestjs/common';
import { ChangeAnnouncer } from './change-announcer.js';
import { ChangePages } from './change-pages.js';
import { ChangeStreams } from './change-streams.js';
import { ChangeSubscriptions } from './change-subscriptions.js';
import { ChangeFeed } from './feed.js';
import { FeedEpochs } from './feed-epochs.js';
import { FeedHub } from './feed-hub.js';

const providers = [ChangeAnnouncer, ChangeFeed, ChangePages, ChangeStreams, ChangeSubscriptions, FeedEpochs, FeedHub];

@Global()
@Module({ providers, exports: providers })
export class ChangesModule {}
