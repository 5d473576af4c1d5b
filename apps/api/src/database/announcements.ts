import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import pg from 'pg';
import { Settings } from '../config/settings.js';
import type { SqlSession } from './sql-session.js';

const CHANNEL = 'guanxi';
const RECONNECT_AFTER = 500;

type Hearer = (body: Readonly<Record<string, unknown>>) => void;

/** Short messages to every process, sent by PostgreSQL when the transaction that announces them commits. */
@Injectable()
export class Announcements implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Announcements.name);
  private readonly hearers = new Map<string, Hearer[]>();
  private readonly gapListeners: (() => void)[] = [];
  private client?: pg.Client;
  private connectedBefore = false;
  private stopped = false;
  private retry?: NodeJS.Timeout;

  constructor(private readonly settings: Settings) {}

  /** False while the connection is down: what is cached on the strength of announcements has to be checked then. */
  get listening(): boolean {
    return this.client !== undefined;
  }

  on(topic: string, hearer: Hearer): () => void {
    const hearers = this.hearers.get(topic) ?? [];
    this.hearers.set(topic, [...hearers, hearer]);
    return () => this.hearers.set(topic, (this.hearers.get(topic) ?? []).filter((other) => other !== hearer));
  }

  /** Called when the connection is back: what was announced in between was not heard. */
  onGap(listener: () => void): void {
    this.gapListeners.push(listener);
  }

  /** Every process hears it once the transaction of `session` is committed. `body` stays below 7 kB. */
  async announce(session: SqlSession, topic: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    await session.run(sql`select pg_notify(${CHANNEL}, ${JSON.stringify({ ...body, topic })})`);
  }

  async onModuleInit(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.settings.databaseUrl, keepAlive: true, application_name: 'guanxi-announcements' });
    const lost = () => this.reconnect(client);
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload }) => this.hear(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.client = client;
      if (this.connectedBefore) for (const listener of this.gapListeners) listener();
      this.connectedBefore = true;
    } catch (error) {
      this.logger.warn(`Not hearing announcements: ${String(error)}`);
      await client.end().catch(() => undefined);
      this.reconnect(client);
    }
  }

  private reconnect(client: pg.Client): void {
    if (this.client === client) this.client = undefined;
    if (this.stopped || this.client || this.retry) return;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      void this.connect();
    }, RECONNECT_AFTER);
    this.retry.unref();
  }

  private hear(payload: string): void {
    const body = JSON.parse(payload) as Record<string, unknown>;
    for (const hearer of this.hearers.get(String(body['topic'])) ?? []) {
      try {
        hearer(body);
      } catch (error) {
        this.logger.error(`An announcement of ${String(body['topic'])} was not taken in.`, error);
      }
    }
  }
}
