// Everything that can be set, in one table: read from the environment, shown by --help, handed to the processes.
import { resolve } from 'node:path';
import { inRoot } from '../prepare/paths.mjs';
import { Refusal } from '../prepare/terminal.mjs';

const SETTINGS = [
  ['PORT', '3000', 'port of the page and the API'],
  ['HOST', '127.0.0.1', 'address to listen on; 0.0.0.0 lets other machines in'],
  ['GUANXI_URL', 'where whoever invites has it open', 'address that people open the page at, e.g. https://crm.example.com: links in mails begin with it'],
  ['DATABASE_URL', 'embedded', 'PostgreSQL 15 or newer, e.g. postgresql://user:password@host:5432/guanxi'],
  ['REDIS_URL', 'none', 'Redis for the queue, e.g. redis://host:6379; without it the queue lives in PostgreSQL'],
  ['GUANXI_DATA', './data', "folder for the embedded database, files on their way in, the keys of encrypted fields and the command line's key"],
  ['GUANXI_ENCRYPTION_KEYS', 'kept in the data folder', 'keys of encrypted fields, the one for new values first: k2:<base64 of 32 bytes>,k1:<…>'],
  ['GUANXI_MAX_FILE_SIZE', '50', 'megabytes that an uploaded file may have'],
  ['GUANXI_FILE_QUOTA', '10240', 'megabytes that the files of one person may have together; 0: without end'],
  ['GUANXI_MOST_FILES', '100000', 'files that one person may have; 0: without end'],
  ['GUANXI_CLAMD', 'none', 'the ClamAV daemon that looks at each uploaded file: `host:port` or the path of its socket; without one, nothing does'],
  ['WEBHOOK_ALLOW', 'none', 'hosts inside of your own network that webhooks may send to, also over http, and that orgs may name as their mail server: name,name:port'],
  ['SMTP_URL', 'none', 'mail server: smtps://user:password@host:465, or smtp://…:587 with ?tls=required or ?tls=none; without it mails are kept and not sent'],
  ['MAIL_FROM', 'none', 'whom mails come from: crm@example.com or Our CRM <crm@example.com>'],
  ['METRICS_TOKEN', 'none', 'what a Prometheus server sends as its bearer token to /metrics, at least 16 characters; without one there are no metrics'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'none', 'OpenTelemetry collector that traces are sent to by OTLP over HTTP, e.g. http://localhost:4318; without it there are no traces'],
  ['OTEL_SERVICE_NAME', 'guanxi', 'what the processes are called in traces; more OTEL_* in the guide to servers'],
  ['AUTOMATION_WEIGHTS', 'all the same', 'how much longer than others the workers stay with an org: <org id>=3,<org id>=0.5, from 0.1 to 10'],
  ['MAIL_RATE', '60', 'mails that one org may send in a minute'],
  ['GUANXI_TRAIL_DAYS', '0', 'days for which entries of the audit trail are kept; 0: for good'],
  ['RATE_LIMIT', '1000000', 'points that each API key, and each person at the page, may spend in a minute; an operation takes one, and one more for each 50 records that it may read; 0 is without end'],
  ['LOG_LEVEL', 'warn', 'debug, info, warn or error'],
  ['GUANXI_ADMIN_EMAIL', 'admin@guanxi.local', 'first start only: e-mail of the administrator'],
  ['GUANXI_ADMIN_PASSWORD', 'made and printed once', 'first start only: password of the administrator, 12 characters or more'],
  ['GUANXI_ORG_NAME', 'My organisation', 'first start only: name of the org'],
  ['GUANXI_TIME_ZONE', 'UTC', 'first start only: time zone of the org, e.g. Asia/Taipei'],
  ['GUANXI_CURRENCY', 'USD', 'first start only: currency of the org, e.g. TWD'],
  ['GUANXI_LOCALE', 'en', 'first start only: language of the org, e.g. zh-TW'],
];

export function printHelp() {
  const width = Math.max(...SETTINGS.map(([name]) => name.length));
  const lines = SETTINGS.map(([name, fallback, text]) => `  ${name.padEnd(width)}  ${text} [${fallback}]`);
  process.stdout.write(
    [
      'npm start – installs, builds and runs Guanxi: the page, the API, the worker and their database.',
      '',
      'Set in the environment, for example: PORT=8080 npm start    [what holds otherwise]',
      '',
      ...lines,
      '',
      'Ctrl-C stops everything. Your records stay in the data folder; the next start takes seconds.',
      'To begin anew, stop it and remove the data folder.',
      '',
    ].join('\n'),
  );
}

export function readSettings(env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Refusal(`PORT is "${env.PORT}", which is not a port. Give a number from 1 to 65535, for example PORT=8080 npm start.`);
  }
  return {
    port,
    databaseUrl: env.DATABASE_URL ? checkUrl('DATABASE_URL', env.DATABASE_URL, ['postgresql:', 'postgres:']) : undefined,
    redisUrl: env.REDIS_URL ? checkUrl('REDIS_URL', env.REDIS_URL, ['redis:', 'rediss:']) : undefined,
    // A relative folder is meant from where the command was given.
    dataFolder: env.GUANXI_DATA ? resolve(env.INIT_CWD ?? process.cwd(), env.GUANXI_DATA) : inRoot('data'),
    logLevel: env.LOG_LEVEL || 'warn',
  };
}

/** The value may contain a password, so it is never repeated in the message. */
function checkUrl(name, value, protocols) {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && protocols.includes(url.protocol)) return value;
  throw new Refusal(`${name} is set, but it is not a URL that begins with ${protocols[0]}//. Mend it, or unset it. "npm start -- --help" shows an example.`);
}
