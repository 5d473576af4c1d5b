import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { TrailInterceptor } from '../audit/trail-interceptor.js';
import { AccessGuard } from './access-guard.js';
import { FailureFilter } from './failure-filter.js';
import { MetadataDriver } from './metadata-driver.js';
import { ProblemResolver } from './problem.resolver.js';
import { DateTimeScalar } from './scalars.js';

/** POST /metadata: the resolvers of all rooms, gathered into one static schema. */
@Module({
  imports: [
    GraphQLModule.forRoot({
      driver: MetadataDriver,
      path: '/metadata',
      autoSchemaFile: true,
      buildSchemaOptions: { numberScalarMode: 'integer', scalarsMap: [{ type: Date, scalar: DateTimeScalar }] },
    }),
  ],
  providers: [
    ProblemResolver,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: TrailInterceptor },
    { provide: APP_FILTER, useClass: FailureFilter },
  ],
})
export class MetadataApiModule {}
