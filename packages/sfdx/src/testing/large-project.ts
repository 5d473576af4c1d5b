import type { SourceFile } from '../source-file.js';

const xml = (root: string, body: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${root}>\n`;
const tag = (name: string, value: string | number | boolean): string => `<${name}>${String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`;
const tags = (values: Readonly<Record<string, string | number | boolean>>): string => Object.entries(values).map(([name, value]) => tag(name, value)).join('');
const base = 'force-app/main/default';

/**
 * A project of many objects as they come out of old orgs: every type of field, formulas over formulas and over four levels
 * of lookups, roll-ups, rules, record types, dependent picklists, layouts, profiles, custom metadata, translations, names
 * that collide or are reserved, and things that nobody knows.
 */
export function makeLargeProject(count: number): readonly SourceFile[] {
  const files: SourceFile[] = [];
  const add = (path: string, root: string, body: string) => files.push({ path: `${base}/${path}`, text: xml(root, body) });
  for (let index = 0; index < count; index += 1) addObject(index, add);
  add('objects/Price_Filter__c/Price_Filter__c.object-meta.xml', 'CustomObject', tags({ label: 'Price filter', pluralLabel: 'Price filters' }) + nameField);
  add('objects/User__c/User__c.object-meta.xml', 'CustomObject', tags({ label: 'User', pluralLabel: 'Users' }) + nameField);
  add('objects/ns__Account__c/ns__Account__c.object-meta.xml', 'CustomObject', tags({ label: 'Their account', pluralLabel: 'Their accounts' }) + nameField);
  add('objects/Account/fields/Tier__c.field-meta.xml', 'CustomField', tags({ fullName: 'Tier__c', label: 'Tier', type: 'Picklist' }) + tag('x', '').replace('<x></x>', '<valueSet><valueSetName>Tiers</valueSetName></valueSet>'));
  add('objects/Account/fields/Score__c.field-meta.xml', 'CustomField', tags({ fullName: 'Score__c', label: 'Score', type: 'Number', precision: 18, scale: 0, formula: 'IF(AnnualRevenue > 1000000, 3, 1) + IF(ISPICKVAL(Industry, "Banking"), 2, 0)' }));
  add('globalValueSets/Tiers.globalValueSet-meta.xml', 'GlobalValueSet', `${tag('masterLabel', 'Tiers')}${['Gold', 'Silver', 'Bronze'].map((one) => `<customValue>${tags({ fullName: one, default: false, label: one })}</customValue>`).join('')}`);
  add('objects/Rate__mdt/Rate__mdt.object-meta.xml', 'CustomObject', tags({ label: 'Rate', pluralLabel: 'Rates' }));
  add('objects/Rate__mdt/fields/Percent__c.field-meta.xml', 'CustomField', tags({ fullName: 'Percent__c', label: 'Percent', type: 'Number', precision: 5, scale: 2 }));
  add('customMetadata/Rate.Standard.md-meta.xml', 'CustomMetadata', `${tag('label', 'Standard')}<values>${tags({ field: 'Percent__c', value: '7.5' })}</values>`);
  add('labels/CustomLabels.labels-meta.xml', 'CustomLabels', `<labels>${tags({ fullName: 'Hello', language: 'en_US', value: 'Hello & welcome' })}</labels>`);
  add('objects/Activity/fields/Mood__c.field-meta.xml', 'CustomField', tags({ fullName: 'Mood__c', label: 'Mood', type: 'Text', length: 20 }));
  add('objects/User/fields/Desk__c.field-meta.xml', 'CustomField', tags({ fullName: 'Desk__c', label: 'Desk', type: 'Text', length: 20 }));
  add('apps/Sales.app-meta.xml', 'CustomApplication', `${tag('label', 'Sales')}${tag('tabs', 'standard-Account')}${tag('tabs', 'Thing0__c')}${tag('tabs', 'Somewhere')}`);
  add('translations/de.translation-meta.xml', 'Translations', `<customApplications>${tags({ name: 'Sales', label: 'Verkauf' })}</customApplications>`);
  add('profiles/Seller.profile-meta.xml', 'Profile', `<fieldPermissions>${tags({ editable: true, field: 'Thing0__c.Amount__c', readable: true })}</fieldPermissions><fieldPermissions>${tags({ editable: true, field: 'Macro.Name', readable: true })}</fieldPermissions><objectPermissions>${tags({ allowCreate: true, allowDelete: false, allowEdit: true, allowRead: true, modifyAllRecords: false, object: 'Thing0__c', viewAllRecords: false })}</objectPermissions><layoutAssignments>${tags({ layout: 'Thing0__c-Thing 0 Layout', recordType: 'Thing0__c.Simple' })}</layoutAssignments><recordTypeVisibilities>${tags({ default: true, recordType: 'Thing0__c.Simple', visible: true })}</recordTypeVisibilities><applicationVisibilities>${tags({ application: 'Sales', default: true, visible: true })}</applicationVisibilities>`);
  add('flows/Something.flow-meta.xml', 'Flow', tags({ label: 'Something' }));
  add('mysteries/Unknown.mystery-meta.xml', 'Mystery', '<a><b/></a>');
  files.push({ path: `${base}/objects/Thing0__c/fields/Broken__c.field-meta.xml`, text: '<CustomField><fullName>Broken' });
  return files;
}

const nameField = '<nameField><label>Name</label><type>Text</type></nameField>';

function addObject(index: number, add: (path: string, root: string, body: string) => void): void {
  const api = `Thing${index}__c`;
  const parent = index === 0 ? undefined : `Thing${Math.floor((index - 1) / 3)}__c`;
  const folder = `objects/${api}`;
  add(`${folder}/${api}.object-meta.xml`, 'CustomObject', `${tags({ label: `Thing ${index}`, pluralLabel: `Things ${index}`, sharingModel: index % 2 === 0 ? 'Private' : 'ReadWrite' })}${nameField}<unknownThing><deep>1</deep></unknownThing>`);
  const field = (name: string, values: Readonly<Record<string, string | number | boolean>>, more = '') =>
    add(`${folder}/fields/${name}.field-meta.xml`, 'CustomField', tags({ fullName: name, label: name.replace(/__c$/, '').replaceAll('_', ' '), ...values }) + more);
  field('Amount__c', { type: 'Currency', precision: 18, scale: 2 });
  field('amount_Custom__c', { type: 'Number', precision: 10, scale: 3 });
  field('Version__c', { type: 'Text', length: 10 });
  field('Owner__c', { type: 'Lookup', referenceTo: 'User', relationshipName: 'Owned' });
  field('Discount__c', { type: 'Percent', precision: 5, scale: 2 });
  field('Starts__c', { type: 'Date', defaultValue: 'TODAY()' });
  field('Seen__c', { type: 'DateTime' });
  field('Opens__c', { type: 'Time' });
  field('Notes__c', { type: 'Html', length: 32768 });
  field('Memo__c', { type: 'LongTextArea', length: 131072 });
  field('Mail__c', { type: 'Email', unique: true });
  field('Number__c', { type: 'AutoNumber', displayFormat: 'T-{YYYY}-{0000}' });
  field('Secret__c', { type: 'EncryptedText', length: 50 });
  field('Place__c', { type: 'Location', scale: 5 });
  field('Key__c', { type: 'Text', length: 20, externalId: true, unique: true });
  field('Active__c', { type: 'Checkbox', defaultValue: true });
  field('Continent__c', { type: 'Picklist' }, valueSet(['Asia', 'Europe']));
  field('Country__c', { type: 'Picklist' }, valueSet(['Taiwan', 'Japan', 'France'], `${tag('controllingField', 'Continent__c')}`, [['Asia', 'Taiwan'], ['Asia', 'Japan'], ['Europe', 'France']]));
  field('Colours__c', { type: 'MultiselectPicklist', visibleLines: 4 }, valueSet(['red', 'green', 'blue']));
  field('Strange__c', { type: 'Quantum' });
  field('Account__c', { type: 'Lookup', referenceTo: 'Account', relationshipName: `Things${index}`, deleteConstraint: 'SetNull' });
  field('Net__c', { type: 'Currency', precision: 18, scale: 2, formula: 'Amount__c * (1 - Discount__c)', formulaTreatBlanksAs: 'BlankAsZero' });
  field('Gross__c', { type: 'Currency', precision: 18, scale: 2, formula: 'Net__c * (1 + $CustomMetadata.Rate__mdt.Standard.Percent__c / 100)' });
  field('Level__c', { type: 'Text', formula: 'CASE(Continent__c, "Asia", "A", "Europe", "E", "?") & IF(Gross__c > 100, "+", "-") /* two levels */' });
  field('Greeting__c', { type: 'Text', formula: '$Label.Hello & ", " & $User.FirstName & " of " & Account__r.Owner.Name' });
  field('Lost__c', { type: 'Text', formula: 'UNKNOWNFUNCTION(Amount__c)' });
  field('Also_Lost__c', { type: 'Text', formula: 'Lost__c & "!"' });
  field('Profiled__c', { type: 'Text', formula: '$Profile.Name' });
  if (parent !== undefined) {
    field('Parent__c', { type: 'MasterDetail', referenceTo: parent, relationshipName: `Children${index}`, reparentableMasterDetail: true });
    const depth = Math.min(4, Math.floor(Math.log(2 * index + 1) / Math.log(3)));
    field('Far__c', { type: 'Text', formula: `${'Parent__r.'.repeat(depth)}Name & TEXT(Parent__r.Amount__c)` });
  }
  for (const child of [3 * index + 1]) {
    field('Total__c', { type: 'Summary', summaryForeignKey: `Thing${child}__c.Parent__c`, summarizedField: `Thing${child}__c.Amount__c`, summaryOperation: 'sum' }, `<summaryFilterItems>${tags({ field: `Thing${child}__c.Active__c`, operation: 'equals', value: 'True' })}</summaryFilterItems>`);
  }
  add(`${folder}/validationRules/Needs_Amount.validationRule-meta.xml`, 'ValidationRule', tags({ fullName: 'Needs_Amount', active: true, errorConditionFormula: 'AND(NOT($Permission.Bypass), NOT(ISNEW()), ISBLANK(Amount__c), $RecordType.DeveloperName = "Simple")', errorDisplayField: 'Amount__c', errorMessage: 'Say an amount.' }));
  add(`${folder}/recordTypes/Simple.recordType-meta.xml`, 'RecordType', `${tags({ fullName: 'Simple', active: true, label: 'Simple' })}<picklistValues>${tag('picklist', 'Continent__c')}<values>${tags({ fullName: 'Asia', default: false })}</values></picklistValues>`);
  add(`${folder}/listViews/Mine.listView-meta.xml`, 'ListView', `${tags({ fullName: 'Mine', filterScope: 'Mine', label: 'Mine' })}<columns>NAME</columns><columns>Amount__c</columns><columns>OWNER.ALIAS</columns><filters>${tags({ field: 'Amount__c', operation: 'greaterThan', value: '10' })}</filters><filters>${tags({ field: 'Continent__c', operation: 'equals', value: 'Asia,Europe' })}</filters><booleanFilter>1 OR 2</booleanFilter>`);
  add(`layouts/${api}-Thing ${index} Layout.layout-meta.xml`, 'Layout', `<layoutSections>${tag('label', 'Facts')}<layoutColumns>${['Name', 'Amount__c', 'Lost__c', 'Gross__c'].map((name) => `<layoutItems>${tags({ behavior: name === 'Amount__c' ? 'Required' : 'Edit', field: name })}</layoutItems>`).join('')}</layoutColumns><layoutColumns><layoutItems>${tag('page', 'Old')}</layoutItems></layoutColumns></layoutSections><relatedLists><fields>NAME</fields>${tag('relatedList', `Thing${3 * index + 1}__c.Parent__c`)}</relatedLists>`);
  add(`objectTranslations/${api}-de/${api}-de.objectTranslation-meta.xml`, 'CustomObjectTranslation', `<caseValues>${tags({ plural: false, value: `Ding ${index}` })}</caseValues>`);
  add(`objectTranslations/${api}-de/Amount__c.fieldTranslation-meta.xml`, 'CustomFieldTranslation', tags({ label: 'Betrag', name: 'Amount__c' }));
}

function valueSet(values: readonly string[], before = '', settings: readonly (readonly [string, string])[] = []): string {
  const listed = values.map((value) => `<value>${tags({ fullName: value, default: false, label: value })}</value>`).join('');
  const dependent = settings.map(([on, value]) => `<valueSettings>${tags({ controllingFieldValue: on, valueName: value })}</valueSettings>`).join('');
  return `<valueSet>${before}${tag('restricted', true)}<valueSetDefinition>${tag('sorted', false)}${listed}</valueSetDefinition>${dependent}</valueSet>`;
}
