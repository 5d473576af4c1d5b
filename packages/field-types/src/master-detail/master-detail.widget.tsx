import { lookupWidget } from '../lookup/lookup.widget.js';
import type { Widget } from '../widget.js';

export const masterDetailWidget: Widget = { ...lookupWidget, icon: 'combine' };
