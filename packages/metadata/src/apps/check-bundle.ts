import { satisfies, valid, validRange } from 'semver';
import { readDocument } from '../document/read-document.js';
import type { MetadataDocument } from '../document/documents.js';
import type { Problem, Result } from '../problem.js';
import { BUNDLE_FORMAT, type AppBundle } from './app-bundle.js';

/** The apps that an org has, by name. */
export type InstalledVersions = ReadonlyMap<string, string>;

/** Whether a file is an app that this org can take: its shape, its version, what it depends on. All that is wrong at once. */
export function checkBundle(input: unknown, installed: InstalledVersions): Result<AppBundle> {
  if (!isBundle(input)) {
    return refuse([{ path: '', code: 'bundle.unreadable', message: `This is no app: a bundle is JSON with "format": "${BUNDLE_FORMAT}", "app" and "documents".` }]);
  }
  const shapes = [input.app, ...input.documents].flatMap((document, index) => readDocument(document, index).problems);
  if (shapes.length > 0) return refuse(shapes);
  const problems = [...checkVersion(input, installed), ...checkDependencies(input, installed), ...findTwins(input.documents)];
  return problems.length > 0 ? refuse(problems) : { ok: true, value: input };
}

function refuse(problems: readonly Problem[]): Result<AppBundle> {
  return { ok: false, problems };
}

function isBundle(input: unknown): input is AppBundle {
  if (typeof input !== 'object' || input === null) return false;
  const { format, app, documents } = input as Partial<Record<keyof AppBundle, unknown>>;
  return format === BUNDLE_FORMAT && typeof app === 'object' && app !== null && (app as { kind?: unknown }).kind === 'app' && Array.isArray(documents);
}

function checkVersion({ app }: AppBundle, installed: InstalledVersions): readonly Problem[] {
  if (valid(app.version) === null) return [{ path: '/app/version', code: 'version.invalid', message: `"${app.version}" is no version. Versions look like 1.4.0.` }];
  const present = installed.get(app.name);
  if (present === undefined || valid(present) === null || satisfies(app.version, `>=${present}`, { includePrerelease: true })) return [];
  return [{ path: '/app/version', code: 'version.older', message: `${app.title} ${present} is installed already; ${app.version} is older.`, hint: 'To go back, roll the org back to an earlier revision.' }];
}

function checkDependencies({ app }: AppBundle, installed: InstalledVersions): readonly Problem[] {
  return Object.entries(app.dependencies ?? {}).flatMap(([name, range]): readonly Problem[] => {
    const path = `/app/dependencies/${name}`;
    if (validRange(range) === null) return [{ path, code: 'range.invalid', message: `"${range}" is no range of versions. Ranges look like ^1.2.0.` }];
    const present = installed.get(name);
    if (present === undefined) return [{ path, code: 'dependency.missing', message: `${app.title} needs the app "${name}" (${range}), which is not installed.`, hint: `Install "${name}" first.` }];
    if (valid(present) !== null && satisfies(present, range, { includePrerelease: true })) return [];
    return [{ path, code: 'dependency.version', message: `${app.title} needs "${name}" ${range}; ${present} is installed.`, hint: `Upgrade "${name}" first.` }];
  });
}

function findTwins(documents: readonly MetadataDocument[]): readonly Problem[] {
  const seen = new Set<string>();
  return documents.flatMap(({ guanxi, kind, name }, index) => {
    const twin = seen.has(guanxi.id);
    seen.add(guanxi.id);
    return twin ? [{ path: `/documents/${index}/guanxi/id`, code: 'id.twice', message: `The ${kind} "${name}" has the id of another document of the app.` }] : [];
  });
}
