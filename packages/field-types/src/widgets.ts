import { addressWidget } from './address/address.widget.js';
import { autoNumberWidget } from './auto-number/auto-number.widget.js';
import { booleanWidget } from './boolean/boolean.widget.js';
import { currencyWidget } from './currency/currency.widget.js';
import { dateTimeWidget } from './date-time/date-time.widget.js';
import { dateWidget } from './date/date.widget.js';
import { decimalWidget } from './decimal/decimal.widget.js';
import { durationWidget } from './duration/duration.widget.js';
import { emailWidget } from './email/email.widget.js';
import { encryptedTextWidget } from './encrypted-text/encrypted-text.widget.js';
import type { FieldSettings, FieldTypeName } from './field-type.js';
import { fileWidget } from './file/file.widget.js';
import { formulaWidget } from './formula/formula.widget.js';
import { geolocationWidget } from './geolocation/geolocation.widget.js';
import { imageWidget } from './image/image.widget.js';
import { integerWidget } from './integer/integer.widget.js';
import { jsonWidget } from './json/json.widget.js';
import { junctionWidget } from './junction/junction.widget.js';
import { longTextWidget } from './long-text/long-text.widget.js';
import { lookupWidget } from './lookup/lookup.widget.js';
import { masterDetailWidget } from './master-detail/master-detail.widget.js';
import { multiPicklistWidget } from './multi-picklist/multi-picklist.widget.js';
import { percentWidget } from './percent/percent.widget.js';
import { personNameWidget } from './person-name/person-name.widget.js';
import { phoneWidget } from './phone/phone.widget.js';
import { picklistWidget } from './picklist/picklist.widget.js';
import { polymorphicLookupWidget } from './polymorphic-lookup/polymorphic-lookup.widget.js';
import { recordIdWidget } from './record-id/record-id.widget.js';
import { richTextWidget } from './rich-text/rich-text.widget.js';
import { rollUpWidget } from './roll-up/roll-up.widget.js';
import { textWidget } from './text/text.widget.js';
import { timeWidget } from './time/time.widget.js';
import { urlWidget } from './url/url.widget.js';
import { userWidget } from './user/user.widget.js';
import type { Widget } from './widget.js';

/** How each kind is read and changed. A kind without a widget does not compile. */
export const widgets: Readonly<Record<FieldTypeName, Widget>> = {
  text: textWidget,
  longText: longTextWidget,
  integer: integerWidget,
  decimal: decimalWidget,
  currency: currencyWidget,
  percent: percentWidget,
  boolean: booleanWidget,
  date: dateWidget,
  dateTime: dateTimeWidget,
  picklist: picklistWidget,
  lookup: lookupWidget,
  user: userWidget,
  email: emailWidget,
  phone: phoneWidget,
  url: urlWidget,
  autoNumber: autoNumberWidget,
  formula: formulaWidget,
  junction: junctionWidget,
  masterDetail: masterDetailWidget,
  multiPicklist: multiPicklistWidget,
  polymorphicLookup: polymorphicLookupWidget,
  rollUp: rollUpWidget,
  time: timeWidget,
  duration: durationWidget,
  richText: richTextWidget,
  address: addressWidget,
  personName: personNameWidget,
  geolocation: geolocationWidget,
  json: jsonWidget,
  encryptedText: encryptedTextWidget,
  file: fileWidget,
  image: imageWidget,
  recordId: recordIdWidget,
};

interface DrawnField {
  readonly type: FieldTypeName;
  readonly settings: FieldSettings;
  readonly value: { readonly type: FieldTypeName; readonly settings: FieldSettings };
}

/** What draws the values of a field, and the settings that it takes. */
export function widgetOf({ type, settings, value }: DrawnField): { readonly widget: Widget; readonly settings: FieldSettings } {
  const own = widgets[type];
  return own.standsFor === 'value' ? { widget: widgets[value.type], settings: value.settings } : { widget: own, settings };
}

export { writeRecordName } from './person-name/write-record-name.js';
export { useWidgetKit, WidgetKitProvider } from './widget-kit-context.js';
export type { ButtonProps, ErrorEntry, InputProps, RecordFilter, TabPart, WidgetKit, WidgetOption } from './widget-kit.js';
export type { Widget, WidgetDisplay } from './widget.js';
export type { WidgetInputProps, WidgetValueProps } from './widget-values.js';
