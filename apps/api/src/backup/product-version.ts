import { readFileSync } from 'node:fs';

/** Of this installation: what backups say they were made by. */
export const PRODUCT_VERSION = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string }).version;
