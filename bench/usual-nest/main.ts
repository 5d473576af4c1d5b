// What many teams would write: code-first resolvers, TypeORM repositories, DataLoader, Apollo on Fastify. No permissions, no history.
import 'reflect-metadata';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CustomerPageResolver, CustomersResolver, OrdersResolver } from './customers.resolver.js';
import { Customer, Order, OrderLine, User } from './entities.js';
import { makeLoaders } from './loaders.js';

@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      url: process.env['DATABASE_URL'] ?? '',
      entities: [Customer, Order, OrderLine, User],
      synchronize: false,
      extra: { max: 10, options: '-c jit=off -c TimeZone=UTC' },
    }),
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [DataSource],
      useFactory: (database: DataSource) => ({ autoSchemaFile: true, path: '/graphql', playground: false, context: () => ({ loaders: makeLoaders(database) }) }),
    }),
  ],
  providers: [CustomersResolver, CustomerPageResolver, OrdersResolver],
})
class UsualModule {}

const app = await NestFactory.create<NestFastifyApplication>(UsualModule, new FastifyAdapter(), { logger: ['error'] });
await app.listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
