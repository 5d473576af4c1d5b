import { ENTERPRISE_SCHEMA } from './enterprise.js';
import { isRecord, type Resource } from './match-filter.js';

/** What a directory says the manager is, in its own words. */
export function readManager(resource: Resource): string | undefined {
  const extension = resource[ENTERPRISE_SCHEMA];
  const manager = isRecord(extension) ? extension['manager'] : undefined;
  const value = isRecord(manager) ? manager['value'] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Without a manager: the one here stands somewhere else. Undefined when nothing else was said. */
export function withoutManager(extension: unknown): Resource | undefined {
  if (!isRecord(extension)) return undefined;
  const { manager: _, ...rest } = extension;
  return Object.keys(rest).length > 0 ? rest : undefined;
}
