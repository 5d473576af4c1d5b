/** The permission set that every org has: Setup, and every record and field. It has no document. */
export const ADMIN_PERMISSION = 'admin';
