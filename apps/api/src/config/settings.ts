import { resolve } from 'node:path';
import type { Problem, Result } from '@guanxi/metadata';
import { readEncryptionKeys, type EncryptionKey } from './encryption-keys.js';
import { isLocale, isTimeZone } from './international.js';
import { readMailbox } from './mailbox.js';
import { readScannerAddress, type ScannerAddress } from './scanner-address.js';

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** Everything that can be set from outside, checked once at the start; also the injection token. */
export class Settings {
  /** PostgreSQL 15 or newer. */
  readonly databaseUrl!: string;
  /** The queue lives in PostgreSQL when absent. */
  readonly redisUrl?: string;
  readonly host!: string;
  readonly port!: number;
  /** Where people open the page, without a slash at the end: what links in mails begin with. */
  readonly pageUrl?: string;
  /** Absolute path of the folder for what is not in the database. */
  readonly dataFolder!: string;
  readonly adminEmail!: string;
  /** Made up and shown once when absent. */
  readonly adminPassword?: string;
  readonly orgName!: string;
  readonly timeZone!: string;
  readonly currency!: string;
  readonly locale!: string;
  readonly country?: string;
  /** Connections of one process. */
  readonly poolSize!: number;
  /** Megabytes that an uploaded file may have. */
  readonly maxFileSize!: number;
  /** Megabytes that the files of one person may have together; 0 is without end. */
  readonly fileQuota!: number;
  /** Files that one person may have; 0 is without end. */
  readonly mostFiles!: number;
  /** The clamd that looks at each uploaded file; none: nothing does. */
  readonly scanner?: ScannerAddress;
  /** Of encrypted fields, the one for new values first; kept in the data folder when absent. */
  readonly encryptionKeys?: readonly EncryptionKey[];
  /** Milliseconds that one statement may take. */
  readonly statementTimeout!: number;
  /** Points that a key, or a person at the page, may spend in a minute; 0 is without end. */
  readonly rateLimit!: number;
  /** Hops of reverse proxies in front whose X-Forwarded-* headers are believed. */
  readonly trustedProxies!: number;
  /** Hosts (`name` or `name:port`) that webhooks, and mail servers of orgs, may be although they are inside, and webhooks over plain http. */
  readonly webhookAllow!: ReadonlySet<string>;
  /** Server that mails go out by, with user and password; none: they are kept and not sent. */
  readonly smtpUrl?: string;
  /** Whom mails of this installation come from: an address, or `Name <address>`. */
  readonly mailFrom?: string;
  /** How much longer than others a worker stays with an org, by org id. */
  readonly automationWeights!: ReadonlyMap<string, number>;
  /** Mails that one org may send in a minute. */
  readonly mailRate!: number;
  /** Days for which entries of the audit trail are kept; 0: for good. */
  readonly trailDays!: number;
  /** What a Prometheus server sends as its bearer token; without one there are no metrics. */
  readonly metricsToken?: string;
  /** Collector that traces are sent to, by OTLP over HTTP, under `/v1/traces`; none: there are no traces. */
  readonly otlpUrl?: string;
  /** The whole address for traces where it is another one. */
  readonly tracesUrl?: string;
  /** What this process is called in traces. */
  readonly serviceName!: string;
  readonly logLevel!: LogLevel;
}

type Variable<T> = (text: string | undefined) => { readonly value: T } | { readonly expected: string };
type SettingName = keyof Settings;

const MINIMUM_PASSWORD = 12;
const MINIMUM_POOL = 4;
const LEAST_TOKEN = 16;
const ORG_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LEAST_WEIGHT = 0.1;
const MOST_WEIGHT = 10;

/** The environment variable behind each setting, and how it is read. */
const variables: { readonly [Name in SettingName]-?: readonly [string, Variable<Settings[Name]>] } = {
  databaseUrl: ['DATABASE_URL', (text) => (text && hasScheme(text, ['postgres:', 'postgresql:']) ? { value: text } : { expected: 'the address of a PostgreSQL database, such as postgresql://user:password@host:5432/name' })],
  redisUrl: ['REDIS_URL', (text) => (!text ? { value: undefined } : hasScheme(text, ['redis:', 'rediss:']) ? { value: text } : { expected: 'the address of a Redis server, such as redis://host:6379' })],
  host: ['HOST', (text) => ({ value: text || '127.0.0.1' })],
  port: ['PORT', wholeNumber(3000, 0, 65_535)],
  pageUrl: ['GUANXI_URL', (text) => (!text || (hasScheme(text, ['http:', 'https:']) && /^[^?#@]+$/.test(text)) ? { value: text?.replace(/\/+$/, '') || undefined } : { expected: 'the address that people open the page at, such as https://crm.example.com' })],
  dataFolder: ['GUANXI_DATA', (text) => ({ value: resolve(text || 'data') })],
  adminEmail: ['GUANXI_ADMIN_EMAIL', (text) => (!text || /^[^\s@]+@[^\s@]+$/.test(text) ? { value: (text || 'admin@guanxi.local').toLowerCase() } : { expected: 'an e-mail address' })],
  adminPassword: ['GUANXI_ADMIN_PASSWORD', (text) => (!text || text.length >= MINIMUM_PASSWORD ? { value: text || undefined } : { expected: `a password of at least ${MINIMUM_PASSWORD} characters` })],
  orgName: ['GUANXI_ORG_NAME', (text) => ({ value: text || 'My organisation' })],
  timeZone: ['GUANXI_TIME_ZONE', (text) => (isTimeZone(text || 'UTC') ? { value: text || 'UTC' } : { expected: 'the IANA name of a time zone, such as Asia/Taipei' })],
  currency: ['GUANXI_CURRENCY', (text) => (/^[A-Z]{3}$/.test(text || 'USD') ? { value: text || 'USD' } : { expected: 'an ISO 4217 code, such as TWD' })],
  locale: ['GUANXI_LOCALE', (text) => (isLocale(text || 'en') ? { value: text || 'en' } : { expected: 'a language tag, such as zh-TW' })],
  country: ['GUANXI_COUNTRY', (text) => (!text || /^[A-Z]{2}$/.test(text) ? { value: text || undefined } : { expected: 'an ISO 3166 code of two letters, such as TW' })],
  maxFileSize: ['GUANXI_MAX_FILE_SIZE', wholeNumber(50, 1, 1024)],
  fileQuota: ['GUANXI_FILE_QUOTA', wholeNumber(10_240, 0, 10_000_000)],
  mostFiles: ['GUANXI_MOST_FILES', wholeNumber(100_000, 0, 100_000_000)],
  scanner: ['GUANXI_CLAMD', (text) => (!text || readScannerAddress(text) ? { value: text ? readScannerAddress(text) : undefined } : { expected: 'where clamd listens: host:port, or the path of its socket' })],
  encryptionKeys: ['GUANXI_ENCRYPTION_KEYS', readKeys],
  poolSize: ['GUANXI_POOL_SIZE', wholeNumber(10, MINIMUM_POOL, 1_000)],
  statementTimeout: ['GUANXI_STATEMENT_TIMEOUT', wholeNumber(30_000, 1_000, 3_600_000)],
  rateLimit: ['RATE_LIMIT', wholeNumber(1_000_000, 0, 1_000_000_000)],
  trustedProxies: ['GUANXI_TRUSTED_PROXIES', wholeNumber(0, 0, 10)],
  webhookAllow: ['WEBHOOK_ALLOW', (text) => ({ value: new Set((text ?? '').toLowerCase().split(',').map((host) => host.trim()).filter((host) => host !== '')) })],
  smtpUrl: ['SMTP_URL', (text) => (!text ? { value: undefined } : hasScheme(text, ['smtp:', 'smtps:']) ? { value: text } : { expected: 'the address of a mail server, such as smtps://user:password@mail.example.com:465' })],
  mailFrom: ['MAIL_FROM', (text) => (!text || readMailbox(text) ? { value: text || undefined } : { expected: 'an e-mail address, such as crm@example.com or Our CRM <crm@example.com>' })],
  automationWeights: ['AUTOMATION_WEIGHTS', readWeights],
  mailRate: ['MAIL_RATE', wholeNumber(60, 1, 100_000)],
  trailDays: ['GUANXI_TRAIL_DAYS', wholeNumber(0, 0, 36_500)],
  metricsToken: ['METRICS_TOKEN', (text) => (!text || text.length >= LEAST_TOKEN ? { value: text || undefined } : { expected: `a token of at least ${LEAST_TOKEN} characters` })],
  otlpUrl: ['OTEL_EXPORTER_OTLP_ENDPOINT', collector],
  tracesUrl: ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', collector],
  serviceName: ['OTEL_SERVICE_NAME', (text) => ({ value: text || 'guanxi' })],
  logLevel: ['LOG_LEVEL', (text) => (isLogLevel(text || 'info') ? { value: (text || 'info') as LogLevel } : { expected: 'error, warn, info or debug' })],
};

/** Reads all settings, or says of every wrong one what was expected. Values never appear in a problem: some are secret. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Result<Settings> {
  const problems: Problem[] = [];
  const settings = new Settings();
  for (const [name, [variable, read]] of Object.entries(variables)) {
    const text = environment[variable];
    const outcome = read(text?.trim());
    if ('expected' in outcome) problems.push(refuse(variable, text, outcome.expected));
    else Object.assign(settings, { [name]: outcome.value });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: Object.freeze(settings) };
}

function refuse(variable: string, text: string | undefined, expected: string): Problem {
  return {
    path: `/${variable}`,
    code: text ? 'wrong' : 'missing',
    message: text ? `${variable} is not ${expected}.` : `${variable} is missing: it has to be ${expected}.`,
  };
}

function wholeNumber(fallback: number, least: number, most: number): Variable<number> {
  return (text) => {
    if (!text) return { value: fallback };
    const value = Number(text);
    return Number.isInteger(value) && value >= least && value <= most ? { value } : { expected: `a whole number from ${least} to ${most}` };
  };
}

/** `<org id>=3,<org id>=0.5` */
function readWeights(text: string | undefined): ReturnType<Variable<ReadonlyMap<string, number>>> {
  const pairs = (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '').map((part) => part.split('=').map((side) => side.trim()));
  const isRight = pairs.every(([id, weight, more]) => ORG_ID.test(id ?? '') && Number(weight) >= LEAST_WEIGHT && Number(weight) <= MOST_WEIGHT && more === undefined);
  if (!isRight) return { expected: `a list of orgs with their weights from ${LEAST_WEIGHT} to ${MOST_WEIGHT}, such as 0190a1b2-0000-7000-8000-000000000000=3` };
  return { value: new Map(pairs.map(([id = '', weight]) => [id.toLowerCase(), Number(weight)])) };
}

function collector(text: string | undefined): ReturnType<Variable<string | undefined>> {
  return !text || hasScheme(text, ['http:', 'https:']) ? { value: text || undefined } : { expected: 'the address of an OpenTelemetry collector, such as http://localhost:4318' };
}

function readKeys(text: string | undefined): ReturnType<Variable<readonly EncryptionKey[] | undefined>> {
  const keys = text ? readEncryptionKeys(text) : undefined;
  if (!text || keys) return { value: keys };
  return { expected: 'a list of keys such as k2:<base64 of 32 bytes>,k1:<base64 of 32 bytes>, the one for new values first' };
}

function hasScheme(text: string, schemes: readonly string[]): boolean {
  return URL.canParse(text) && schemes.includes(new URL(text).protocol);
}

function isLogLevel(text: string): text is LogLevel {
  return ['error', 'warn', 'info', 'debug'].includes(text);
}
