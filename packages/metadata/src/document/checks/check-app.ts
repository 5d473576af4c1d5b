import type { AppDocument } from '../documents.js';
import { findObject, type CheckContext } from './check-context.js';

/** The navigation of an app names existing objects. */
export function checkApp(app: AppDocument, context: CheckContext): void {
  app.navigation.forEach((name, index) => findObject(name, ['navigation', index], context));
}
