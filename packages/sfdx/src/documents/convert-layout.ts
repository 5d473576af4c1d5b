import type { LayoutCell, LayoutDocument, LayoutSection } from '@guanxi/metadata';
import { makeId, shorten, untakenName, type Conversion } from '../conversion.js';
import type { ObjectNames } from '../names/name-book.js';
import type { SourceItem } from '../project/source-project.js';
import type { Origin } from '../report.js';
import { elementsOf, textOf, textsOf, type XmlElement } from '../xml/read-xml.js';

/** Layouts by the API name that profiles assign them by, with the layout document. */
export function convertLayouts(conversion: Conversion): readonly { readonly api: string; readonly document: LayoutDocument }[] {
  return conversion.project.layouts.flatMap((item) => {
    const cut = item.name.indexOf('-');
    const object = conversion.book.object(item.name.slice(0, cut));
    const origin = { file: item.path, element: `layout ${item.name}` };
    if (!object) {
      conversion.report.note(origin, 'left', `The object ${item.name.slice(0, cut)} is not described in the project.`);
      return [];
    }
    conversion.report.note(origin, 'taken');
    return [{ api: item.name, document: convertLayout(item, object, item.name.slice(cut + 1), origin, conversion) }];
  });
}

function convertLayout(item: SourceItem, object: ObjectNames, title: string, origin: Origin, conversion: Conversion): LayoutDocument {
  const sections = elementsOf(item.element, 'layoutSections').flatMap((section) => convertSection(section, object, origin, conversion));
  const relatedLists = elementsOf(item.element, 'relatedLists').flatMap((list) => convertList(list, object, origin, conversion));
  const seen = new Set<string>();
  const once = relatedLists.filter(({ relation }) => !seen.has(relation) && seen.add(relation));
  const id = makeId('sf', item.name);
  const name = shorten((title.startsWith(object.described.label) ? title : `${object.described.label} ${title}`).replace(/[^\p{L}\p{N} _-]+/gu, ' ').trim(), 96);
  const document: LayoutDocument = {
    kind: 'layout',
    name: untakenName('layout', name, id, conversion.isTaken),
    object: object.name,
    sections: sections.length > 0 ? sections : [{ columns: 1, cells: [{ field: object.fields.get('name')?.name ?? 'id' }] }],
    ...(once.length > 0 ? { relatedLists: once } : {}),
    guanxi: { id },
  };
  conversion.origins.set(document, origin);
  return document;
}

function convertSection(section: XmlElement, object: ObjectNames, origin: Origin, conversion: Conversion): LayoutSection[] {
  if (textOf(section, 'style') === 'CustomLinks') return [];
  const columns = elementsOf(section, 'layoutColumns').map((column) => elementsOf(column, 'layoutItems').flatMap((item) => convertCell(item, object, origin, conversion)));
  const longest = Math.max(0, ...columns.map((column) => column.length));
  // Salesforce writes column by column; cells stand row by row here.
  const cells = Array.from({ length: longest }, (_, row) => columns.flatMap((column) => column[row] ?? [])).flat();
  if (cells.length === 0) return [];
  const title = textOf(section, 'label');
  return [{ ...(title === undefined ? {} : { title: shorten(title, 255) }), columns: columns.length > 1 ? 2 : 1, cells }];
}

function convertCell(item: XmlElement, object: ObjectNames, origin: Origin, conversion: Conversion): LayoutCell[] {
  const api = textOf(item, 'field');
  if (api === undefined) {
    const other = ['customLink', 'page', 'component', 'canvas', 'reportChartComponent'].find((one) => textOf(item, one) !== undefined);
    if (other !== undefined) conversion.report.note({ ...origin, element: `${other} ${textOf(item, other) ?? ''}` }, 'left', 'A layout shows fields only.');
    return [];
  }
  const found = conversion.book.find(object, api);
  if (!found || (found.path === 'recordType' && object.described.recordTypes.length === 0)) {
    conversion.report.note({ ...origin, element: `field ${api} of the layout` }, 'left', 'There is no such field.');
    return [];
  }
  // A piece of an address or name is shown with the whole.
  const field = found.path.split('.')[0] ?? found.path;
  const behaviour = textOf(item, 'behavior');
  const described = found.field?.described;
  const derived = described !== undefined && (textOf(described.element, 'formula') !== undefined || ['Summary', 'AutoNumber'].includes(described.type));
  const written = found.field !== undefined && !derived;
  const cell: LayoutCell = {
    field,
    ...(behaviour === 'Required' && written && described?.type !== 'Checkbox' ? { requiredWhen: 'TRUE' } : {}),
    ...(behaviour === 'Readonly' && written ? { readOnlyWhen: 'TRUE' } : {}),
  };
  conversion.origins.set(cell, { ...origin, element: `field ${api} of the layout` });
  return [cell];
}

/** What Salesforce calls some lists of standard objects in layouts. */
const LISTS: Readonly<Record<string, readonly [string, string]>> = {
  RelatedContactList: ['Contact', 'AccountId'], RelatedOpportunityList: ['Opportunity', 'AccountId'], RelatedCaseList: ['Case', 'AccountId'], RelatedContractList: ['Contract', 'AccountId'], RelatedOrderList: ['Order', 'AccountId'],
  RelatedAssetList: ['Asset', 'AccountId'], RelatedLineItemList: ['OpportunityLineItem', 'OpportunityId'], RelatedQuoteList: ['Quote', 'OpportunityId'], RelatedCampaignMemberList: ['CampaignMember', 'CampaignId'],
};

function convertList(list: XmlElement, object: ObjectNames, origin: Origin, { book, report, origins }: Conversion): { relation: string; columns: string[] }[] {
  const api = textOf(list, 'relatedList') ?? '';
  const [childApi = '', fieldApi = ''] = LISTS[api] ?? api.split('.');
  const child = book.object(childApi);
  const lookup = child && book.field(child, fieldApi);
  const own = { ...origin, element: `related list ${api}` };
  if (!child || lookup?.inverse === undefined || !lookup.described.targets.includes(object.described.name)) {
    report.note(own, 'left', 'No lookup of the project makes this list; activities and files stand on every record page.');
    return [];
  }
  const columns = textsOf(list, 'fields').flatMap((one) => (one === 'NAME' ? (child.fields.get('name')?.name ?? []) : (book.find(child, one.split('.').at(-1) ?? '')?.path.split('.')[0] ?? [])));
  const found = { relation: lookup.inverse, columns: [...new Set(columns.length > 0 ? columns : [child.fields.get('name')?.name ?? 'createdAt'])] };
  origins.set(found, own);
  return [found];
}
