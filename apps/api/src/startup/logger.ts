import { ConsoleLogger, type LoggerService, type LogLevel as NestLogLevel } from '@nestjs/common';
import type { LogLevel, Settings } from '../config/settings.js';

const levels: Readonly<Record<LogLevel, NestLogLevel[]>> = {
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug'],
};

/** Lines for a person at a terminal, JSON for everything else. Bodies, headers and settings are never logged. */
export function makeLogger({ logLevel }: Settings): LoggerService {
  return new ConsoleLogger({ json: !process.stdout.isTTY, logLevels: levels[logLevel] });
}
