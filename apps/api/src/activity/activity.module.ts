import { Module } from '@nestjs/common';
import { ActivityResolver } from './activity.resolver.js';
import { Comments } from './comments.js';
import { Notifications } from './notifications.js';
import { Timelines } from './timeline.js';

@Module({ providers: [ActivityResolver, Comments, Notifications, Timelines] })
export class ActivityModule {}
