import { checkFormula } from '@guanxi/formula';
import { formulaScope, translate, type ActionDescription, type ActionDocument, type ObjectModel } from '@guanxi/metadata';
import { holdsAny, type ObjectAccess } from '@guanxi/query';
import { mayRead, type Viewer } from './may-read.js';
import { present } from './present.js';

/** The buttons that this person can press: what they do must be theirs to do, and what their formulas read theirs to read. */
export function describeActions(object: ObjectModel, rights: ObjectAccess, viewer: Viewer): readonly ActionDescription[] {
  return viewer.model.actions.filter((action) => action.object === object.name && mayDo(action, object, rights, viewer)).map((action) => ({
    name: action.name,
    title: translate(action.title, action.titles, viewer.locale),
    ...present({ icon: action.icon, visibleWhen: action.visibleWhen, confirm: action.confirm === undefined ? undefined : translate(action.confirm, action.confirms, viewer.locale) }),
    do: action.do,
  }));
}

function mayDo({ visibleWhen, permissionSets, do: effect }: ActionDocument, object: ObjectModel, rights: ObjectAccess, viewer: Viewer): boolean {
  if (!holdsAny(viewer.access, permissionSets)) return false;
  if ('openUrl' in effect) return readsOnlyReadable([visibleWhen, effect.openUrl], object, viewer);
  if ('update' in effect) {
    const { values } = effect.update;
    return rights.edit !== 'none' && Object.keys(values).every((name) => rights.editableFields.has(name)) && readsOnlyReadable([visibleWhen, ...Object.values(values)], object, viewer);
  }
  if ('convert' in effect) {
    const { into, values = {} } = effect.convert;
    const mayMake = into.every(({ object: made, values: given = {} }) => {
      const target = viewer.access.objects.get(made);
      return target?.create === true && Object.keys(given).every((name) => target.editableFields.has(name));
    });
    const formulas = [visibleWhen, ...Object.values(values), ...into.flatMap(({ values: given = {} }) => Object.values(given))];
    return mayMake && rights.edit !== 'none' && Object.keys(values).every((name) => rights.editableFields.has(name)) && readsOnlyReadable(formulas, object, viewer);
  }
  const { object: created, values = {} } = effect.create;
  const target = viewer.access.objects.get(created);
  const mayCreate = target?.create === true && Object.keys(values).every((name) => target.editableFields.has(name));
  return mayCreate && readsOnlyReadable([visibleWhen, ...Object.values(values)], object, viewer);
}

function readsOnlyReadable(formulas: readonly (string | undefined)[], object: ObjectModel, viewer: Viewer): boolean {
  const scope = formulaScope(viewer.model, object.name);
  return formulas.every((text) => {
    const checked = text === undefined ? undefined : checkFormula(text, scope);
    return checked === undefined || (checked.ok && mayRead(checked.formula, object, viewer));
  });
}
