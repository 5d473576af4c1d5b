import type { INestApplicationContext } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Plain Fastify routes of rooms that need more speed or streams than a controller gives. A new one: a line. */
export async function registerRoutes(_server: FastifyInstance, _app: INestApplicationContext): Promise<void> {}
