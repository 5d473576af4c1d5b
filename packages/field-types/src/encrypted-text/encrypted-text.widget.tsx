import { TextFieldInput, TextFieldValue } from '../text/text.widget.js';
import type { Widget } from '../widget.js';

export const encryptedTextWidget: Widget = { Input: TextFieldInput, Value: TextFieldValue, icon: 'lock-keyhole' };
