export { RecordForm, type RecordFormProps } from './RecordForm.js';
export { RecordDetails, type RecordDetailsProps } from './RecordDetails.js';
export type { RecordPageProps, Save } from './record-page-props.js';
export { formTextKeys, type FormTextKey, type FormTexts } from './form-texts.js';
