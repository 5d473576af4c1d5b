import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import type { Settings } from '../config/settings.js';
import { makeLogger } from './logger.js';

/** The application without HTTP: for workers and single commands. */
export function makeContext(settings: Settings, loudness: 'quiet' | 'usual' = 'usual'): Promise<INestApplicationContext> {
  const logger = makeLogger(loudness === 'quiet' ? { ...settings, logLevel: 'error' } : settings);
  return NestFactory.createApplicationContext(AppModule.with(settings), { logger, abortOnError: false });
}
