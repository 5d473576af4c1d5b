import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { AutomationSums } from './automation-sums.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

@Module({ controllers: [HealthController], providers: [AutomationSums, Readiness, Metrics], exports: [Metrics] })
export class HealthModule {}
