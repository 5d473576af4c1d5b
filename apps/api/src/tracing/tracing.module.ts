import { Injectable, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { tracing, type Tracing } from './tracing.js';

/** Tracing lasts as long as the application; its library is loaded only where it is configured. */
@Injectable()
export class TracingLife implements OnModuleInit, OnApplicationShutdown {
  private own: Tracing | undefined;

  constructor(private readonly settings: Settings) {}

  async onModuleInit(): Promise<void> {
    const { tracesUrl, otlpUrl, serviceName } = this.settings;
    const url = tracesUrl ?? (otlpUrl && `${otlpUrl.replace(/\/+$/, '')}/v1/traces`);
    if (url === undefined || tracing.on) return;
    const { openTracing } = await import('./open-tracing.js');
    this.own = openTracing({ url, serviceName });
    tracing.on = this.own;
  }

  /** The last spans are sent. A collector that is not there does not hold up the end for longer than its own time limit. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.own) return;
    tracing.on = undefined;
    await this.own.close().catch(() => undefined);
  }
}

@Module({ providers: [TracingLife] })
export class TracingModule {}
