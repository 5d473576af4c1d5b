import { ConsoleLogger, type LoggerService, type LogLevel as NestLogLevel } from '@nestjs/common';
import type { LogLevel, Settings } from '../config/settings.js';

const levels: Readonly<Record<LogLevel, NestLogLevel[]>> = {
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug'],
};

/** Where Nest tells how it puts itself together: of use only to whoever looks for a fault in it. */
const WIRING = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'GraphQLModule', 'NestFactory', 'NestApplication']);

/** Lines for a person at a terminal, JSON for everything else. Bodies, headers and settings are never logged. */
export function makeLogger({ logLevel }: Pick<Settings, 'logLevel'>): LoggerService {
  return new CalmLogger({ json: !process.stdout.isTTY, logLevels: levels[logLevel] });
}

class CalmLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (WIRING.has(String(rest.at(-1)))) super.debug(message, ...rest);
    else super.log(message, ...rest);
  }

  /** A start that failed is told by the program itself, in a sentence. */
  override error(message: unknown, ...rest: unknown[]): void {
    if (rest.at(-1) === 'ExceptionHandler') super.debug(message, ...rest);
    else super.error(message, ...rest);
  }
}
