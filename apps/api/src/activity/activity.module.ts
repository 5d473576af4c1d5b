import { Module, type OnModuleInit } from '@nestjs/common';
import { Orgs } from '../orgs/orgs.js';
import { JobHandlers } from '../queue/job-handlers.js';
import { ActivityResolver } from './activity.resolver.js';
import { Comments } from './comments.js';
import { Followers } from './followers.js';
import { FollowNews } from './follow-news.js';
import { NotificationChoices } from './notification-choices.js';
import { Notifications } from './notifications.js';
import { NotificationsResolver } from './notifications.resolver.js';
import { Timelines } from './timeline.js';

@Module({ providers: [ActivityResolver, Comments, Followers, FollowNews, NotificationChoices, Notifications, NotificationsResolver, Timelines] })
export class ActivityModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly orgs: Orgs,
    private readonly news: FollowNews,
  ) {}

  onModuleInit(): void {
    this.handlers.register('follows', async () => {
      for (const org of await this.orgs.all()) await this.news.tell(org);
    });
  }
}
