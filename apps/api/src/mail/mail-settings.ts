import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import type { Sentence } from '@guanxi/field-types';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { isMailAddress } from '../config/mailbox.js';
import { Settings } from '../config/settings.js';
import { OrgDatabase } from '../database/org-database.js';
import { ValueCipher } from '../encryption/value-cipher.js';
import { ApiFailure, InputFailure, type SaidProblem } from '../metadata-api/api-failure.js';
import type { Org } from '../orgs/org.js';
import { mailPorts, readMailServer, type MailSecurity, type MailServer } from './mail-server.js';
import type { MailSettingsInput } from './mail.type.js';
import { mailFaults } from './mail-wording.js';

/** What an org says about its mails; everything may be missing. */
export interface OwnMailSettings {
  readonly host: string | null;
  readonly port: number | null;
  readonly security: MailSecurity | null;
  readonly userName: string | null;
  /** A cipher. */
  readonly password: string | null;
  readonly fromName: string | null;
  readonly fromAddress: string | null;
  readonly replyTo: string | null;
  readonly perMinute: number | null;
}

const NOTHING: OwnMailSettings = { host: null, port: null, security: null, userName: null, password: null, fromName: null, fromAddress: null, replyTo: null, perMinute: null };
const PORTS: ReadonlySet<number> = new Set([25, 465, 587, 2525]);
const HOST = /^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9.:-]*[A-Za-z0-9])?$/;

/** By which server an org's mails go: its own, that of the installation, or none. */
@Injectable()
export class MailSettings {
  constructor(
    private readonly database: OrgDatabase,
    private readonly cipher: ValueCipher,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async own(org: Org): Promise<OwnMailSettings> {
    const [row] = await this.database.session(org).run<OwnMailSettings>(sql`select host, port, security, user_name as "userName", password, from_name as "fromName",
      from_address as "fromAddress", reply_to as "replyTo", per_minute as "perMinute" from ${orgTable(org.schema, 'mailServer')} limit 1`);
    return row ?? NOTHING;
  }

  /** Undefined where there is none. A sandbox never writes by the installation's server: its records are copies of real people's. */
  async server(org: Org): Promise<MailServer | undefined> {
    return this.serverOf(org, await this.own(org));
  }

  get hasInstallationServer(): boolean {
    return this.settings.smtpUrl !== undefined;
  }

  /** Throws `InputFailure`. A password that is absent stays, unless the server is another one. */
  async save({ org, userId }: Actor, input: MailSettingsInput): Promise<OwnMailSettings> {
    const next = await this.checked(org, input);
    const table = orgTable(org.schema, 'mailServer');
    const at = this.clock.now(org);
    await this.database.transaction(org, async (tx) => {
      await tx.run(sql`lock table ${table} in share row exclusive mode`);
      await tx.run(sql`delete from ${table}`);
      await tx.run(sql`insert into ${table} (id, host, port, security, user_name, password, from_name, from_address, reply_to, per_minute, updated_at, updated_by)
        values (${makeId()}::uuid, ${next.host}::text, ${next.port}::integer, ${next.security}::text, ${next.userName}::text, ${next.password}::text, ${next.fromName}::text, ${next.fromAddress}::text,
          ${next.replyTo}::text, ${next.perMinute}::integer, ${at}::timestamptz, ${userId}::uuid)`);
    });
    return next;
  }

  /** The server as it would be with these settings, to try them before they are saved. */
  async wouldBe(org: Org, input: MailSettingsInput): Promise<MailServer> {
    const server = this.serverOf(org, await this.checked(org, input));
    if (!server) throw new ApiFailure('BAD_REQUEST', mailFaults.noServer);
    return server;
  }

  private serverOf(org: Org, own: OwnMailSettings): MailServer | undefined {
    const replyTo = own.replyTo === null ? {} : { replyTo: own.replyTo };
    if (own.host !== null && own.fromAddress !== null) {
      const security = own.security ?? 'starttls';
      const password = own.password === null ? undefined : this.cipher.decrypt(own.password);
      if (password === null) throw new ApiFailure('BAD_REQUEST', mailFaults.secret);
      return {
        host: own.host, port: own.port ?? mailPorts[security], security, guarded: true, perMinute: own.perMinute ?? this.settings.mailRate,
        from: { address: own.fromAddress, name: own.fromName ?? org.name }, ...replyTo, ...(own.userName !== null && { userName: own.userName }), ...(password !== undefined && { password }),
      };
    }
    if (this.settings.smtpUrl === undefined || org.sandboxOf !== undefined) return undefined;
    const server = readMailServer(this.settings.smtpUrl, this.settings.mailFrom, this.settings.mailRate);
    return { ...server, from: { address: server.from.address, name: own.fromName ?? server.from.name ?? org.name }, perMinute: Math.min(own.perMinute ?? this.settings.mailRate, this.settings.mailRate), ...replyTo };
  }

  private async checked(org: Org, input: MailSettingsInput): Promise<OwnMailSettings> {
    const problems: SaidProblem[] = [];
    const report = (path: string, said: Sentence) => problems.push({ path, code: path.slice(1), said });
    const [host, userName, fromName, fromAddress, replyTo] = [input.host, input.userName, input.fromName, input.fromAddress, input.replyTo].map(blankToNull);
    const security = (input.security ?? null) as MailSecurity | null;
    if (host != null) {
      if (!HOST.test(host)) report('/host', mailFaults.host);
      if (input.port == null || (!PORTS.has(input.port) && !this.settings.webhookAllow.has(`${host.toLowerCase()}:${input.port}`))) report('/port', mailFaults.port);
      if (security === null || !['tls', 'starttls', 'none'].includes(security)) report('/security', mailFaults.security);
    }
    if ((host != null || fromAddress != null) && !isMailAddress(fromAddress ?? '')) report('/fromAddress', { ...mailFaults.from, words: { address: fromAddress ?? '' } });
    if (replyTo != null && !isMailAddress(replyTo)) report('/replyTo', { ...mailFaults.replyTo, words: { address: replyTo } });
    for (const [path, line] of [['/fromName', fromName], ['/userName', userName]] as const) if (line != null && (line.length > 200 || /\p{C}/u.test(line))) report(path, mailFaults.line);
    if (input.perMinute != null && (input.perMinute < 1 || input.perMinute > 10_000)) report('/perMinute', mailFaults.perMinute);
    if (problems.length > 0) throw new InputFailure(problems);
    const before = await this.own(org);
    const isSameServer = before.host === (host ?? null) && before.userName === (userName ?? null);
    const password = input.password == null ? (isSameServer ? before.password : null) : input.password === '' ? null : this.cipher.encrypt(input.password);
    const own = host == null ? { host: null, port: null, security: null, userName: null, password: null } : { host, port: input.port ?? null, security, userName: userName ?? null, password };
    return { ...own, fromName: fromName ?? null, fromAddress: fromAddress ?? null, replyTo: replyTo ?? null, perMinute: input.perMinute ?? null };
  }
}

function blankToNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
