import type { XmlElement } from '../xml/read-xml.js';

/** One described thing with the file it stands in. */
export interface SourceItem {
  readonly path: string;
  /** Its API name: `Price__c`, or for a layout `Property__c-Property Layout`. */
  readonly name: string;
  readonly element: XmlElement;
}

/** An object with all that stands in its folder. Standard objects of which the project holds only fields have an empty element. */
export interface SourceObject extends SourceItem {
  readonly fields: readonly SourceItem[];
  readonly recordTypes: readonly SourceItem[];
  readonly validationRules: readonly SourceItem[];
  readonly listViews: readonly SourceItem[];
  readonly compactLayouts: readonly SourceItem[];
}

/** A project in Salesforce's source format, sorted. */
export interface SourceProject {
  readonly title: string;
  readonly objects: readonly SourceObject[];
  readonly globalValueSets: readonly SourceItem[];
  readonly standardValueSets: readonly SourceItem[];
  readonly layouts: readonly SourceItem[];
  readonly permissionSets: readonly SourceItem[];
  readonly profiles: readonly SourceItem[];
  readonly tabs: readonly SourceItem[];
  readonly apps: readonly SourceItem[];
  /** Records of custom metadata types: `Type.Record`. */
  readonly customMetadata: readonly SourceItem[];
  readonly labels: readonly SourceItem[];
  /** Labels of an object in another language: `Property__c-de`. */
  readonly objectTranslations: readonly SourceItem[];
  readonly fieldTranslations: readonly SourceItem[];
  readonly translations: readonly SourceItem[];
  readonly valueSetTranslations: readonly SourceItem[];
  /** JSON files of data, by path, parsed. */
  readonly data: readonly { readonly path: string; readonly content: unknown }[];
}
