import { Platform1764000000001 } from './0001-platform.js';

/** Migrations of the platform's own schema, oldest first. */
export const platformMigrations = [Platform1764000000001];
