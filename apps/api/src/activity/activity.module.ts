import { Module } from '@nestjs/common';
import { ActivityResolver } from './activity.resolver.js';
import { Comments } from './comments.js';
import { NotificationChoices } from './notification-choices.js';
import { Notifications } from './notifications.js';
import { NotificationsResolver } from './notifications.resolver.js';
import { Timelines } from './timeline.js';

@Module({ providers: [ActivityResolver, Comments, NotificationChoices, Notifications, NotificationsResolver, Timelines] })
export class ActivityModule {}
