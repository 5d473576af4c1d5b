import type { AppDocument } from '@guanxi/metadata';
import { makeId, shorten, type Conversion } from '../conversion.js';
import { camelName, freeName } from '../names/api-words.js';
import { elementsOf, textOf, textsOf } from '../xml/read-xml.js';
import { languageOf } from '../objects/translations.js';
import type { ConvertedPermissions } from './convert-permissions.js';

/** Apps with the objects of their tabs; without any app, one with all tabs of the project. */
export function convertApps(conversion: Conversion, permissions: readonly ConvertedPermissions[]): readonly AppDocument[] {
  const { project, book, report, origins } = conversion;
  for (const { path, name, element } of project.tabs) {
    const object = book.object(name);
    if (object) report.note({ file: path, element: `tab ${name}` }, 'taken', '');
    else report.note({ file: path, element: `tab ${name}` }, 'left', textOf(element, 'flexiPage') === undefined ? 'It shows no object of the project.' : 'It shows a page made of components.');
  }
  const taken = new Set<string>();
  const nameOf = (api: string) => {
    const name = freeName(camelName(api), 'App', (one) => !taken.has(one) && !conversion.isTaken('app', one, makeId('sf', 'app', api)));
    taken.add(name);
    return name;
  };
  const seenBy = (api: string) => permissions.filter(({ apps }) => apps.includes(api)).map(({ document }) => document.name);
  const apps = project.apps.map(({ path, name, element }): AppDocument => {
    const origin = { file: path, element: `app ${name}` };
    const tabs = textsOf(element, 'tabs').filter((tab) => tab !== 'standard-home');
    const navigation = [...new Set(tabs.flatMap((tab) => book.object(tab.replace(/^standard-/, ''))?.name ?? []))];
    const missing = tabs.filter((tab) => !book.object(tab.replace(/^standard-/, '')));
    report.note(origin, missing.length > 0 ? 'changed' : 'taken', missing.length > 0 ? `Tabs that show no object of the project were left out: ${missing.join(', ')}.` : '');
    const permissionSets = seenBy(name);
    const document: AppDocument = {
      kind: 'app', name: nameOf(name), title: shorten(textOf(element, 'label') ?? name, 255), ...titlesOf(name, conversion), version: '1.0.0', navigation,
      ...(permissionSets.length > 0 ? { permissionSets } : {}), guanxi: { id: makeId('sf', 'app', name) },
    };
    origins.set(document, origin);
    return document;
  });
  if (apps.length > 0) return apps;
  const named = permissions.flatMap((one) => one.apps)[0];
  const navigation = [...new Set(project.tabs.flatMap(({ name }) => book.object(name)?.name ?? []))];
  const shown = navigation.length > 0 ? navigation : [...book.objects.values()].filter(({ described }) => described.kind === 'custom' || described.kind === 'standard').map(({ name }) => name);
  const title = named ?? project.title;
  const permissionSets = named === undefined ? [] : seenBy(named);
  return shown.length === 0 ? [] : [{ kind: 'app', name: nameOf(title), title: shorten(title, 255), version: '1.0.0', navigation: shown, ...(permissionSets.length > 0 ? { permissionSets } : {}), guanxi: { id: makeId('sf', 'app', title) } }];
}

/** What an app is called in other languages. */
function titlesOf(api: string, { project }: Conversion): { readonly titles?: Readonly<Record<string, string>> } {
  const titles = project.translations.flatMap(({ name, element }) => {
    const found = elementsOf(element, 'customApplications').find((one) => textOf(one, 'name') === api);
    const label = found && textOf(found, 'label');
    return label === undefined ? [] : [[languageOf(name), shorten(label, 255)] as const];
  });
  return titles.length > 0 ? { titles: Object.fromEntries(titles) } : {};
}
