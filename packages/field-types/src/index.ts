export type { JsonSchema, JsonValue } from './json-schema.js';
export type {
  Cast,
  CastContext,
  ColumnType,
  FieldPart,
  FieldProperty,
  FieldSettings,
  FieldStorage,
  FieldType,
  FieldTypeName,
  Generated,
  GuanxiKeywordSchema,
  ParsedText,
  PropertySchema,
  ScalarName,
  TextContext,
} from './field-type.js';
export { camelCase } from './naming/camel-case.js';
export { listWords } from './language/list-words.js';
export { asWord, countWord, say, type Sentence, type Word, type Wording } from './language/sentence.js';
export { translate, type Translations } from './language/translate.js';
export { fieldType, fieldTypes, isFieldTypeName } from './registry.js';
export { columnTypeSql, operandTypeSql } from './column-type-sql.js';
export { peopleWords, type PeopleWord } from './operators/people-words.js';
export { isOperatorName, type OperatorName, operators } from './operators/index.js';
export type { Moment, OperandShape, Operator } from './operators/operator.js';
export { type Period, periodDays, type PeriodSpan, startOfDay } from './operators/period.js';
export { resultKind } from './formula/formula-result.js';
export type { FormulaResult } from './formula/result-settings.js';
export { sanitizeHtml } from './rich-text/sanitize-html.js';
export { plainText } from './rich-text/plain-text.js';
export { writeDuration } from './duration/write-duration.js';
export { readDurationText } from './read-text/read-duration.js';
export { fileAddress } from './file/file-address.js';
export { countryCodes } from './address/countries.js';
export type { EncryptedTextSettings } from './encrypted-text/encrypted-text.js';
export type { RichTextSettings } from './rich-text/rich-text.js';
export type { FormulaSettings } from './formula/formula.js';
export type { JunctionPath, JunctionSettings } from './junction/junction.js';
export type { MasterDetailSettings } from './master-detail/master-detail.js';
export type { PolymorphicLookupSettings } from './polymorphic-lookup/polymorphic-lookup.js';
export type { RollUpOperation, RollUpSettings } from './roll-up/roll-up.js';
export type { AutoNumberSettings } from './auto-number/auto-number.js';
export type { CurrencySettings } from './currency/currency.js';
export type { DecimalSettings } from './decimal/decimal-value.js';
export type { IntegerSettings } from './integer/integer.js';
export type { LongTextSettings } from './long-text/long-text.js';
export type { LookupInverse, LookupSettings } from './lookup/lookup.js';
export type { PhoneSettings } from './phone/phone.js';
export type { PicklistDependency, PicklistSettings, PicklistValue } from './picklist/picklist.js';
export type { TextSettings } from './text/text.js';
export { writeRecordName } from './person-name/write-record-name.js';
export { foldText } from './search/fold-text.js';
export { countSearchWords, LONGEST_SEARCH, MOST_WORDS, readSearchText, type SearchText, type SearchWord } from './search/search-text.js';
export { excerpt } from './search/excerpt.js';
export { findMarks, findSimilar, type Mark } from './search/find-marks.js';
export { glanceOf } from './search/glance.js';
export { foldedTexts, searchedTexts, searchTerms } from './search/search-sql.js';
export { searchFunctions } from './search/search-functions.js';
