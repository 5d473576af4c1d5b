import type { AppDocument } from '../documents.js';
import { findObject, type CheckContext } from './check-context.js';

/** The navigation of an app names existing objects. */
export function checkApp(app: AppDocument, context: CheckContext): void {
  app.navigation.forEach((entry, index) => {
    if (typeof entry === 'string') findObject(entry, ['navigation', index], context);
    else if ('items' in entry) entry.items.forEach((name, position) => findObject(name, ['navigation', index, 'items', position], context));
  });
}
