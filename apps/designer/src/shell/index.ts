// What the areas take from the shell.
export { useCommands, useCommandSource, type Command, type CommandSource } from './commands/command-registry.js';
export { languageNames } from './commands/use-shell-commands.js';
export { useNavigation, type Navigation, type NavigationItem } from './navigation.js';
export { inboxCountKey } from './ApprovalsLink.js';
export { unreadCountKey } from './NotificationBell.js';
export { PageBody, type PageBodyProps } from './PageBody.js';
export { usePage } from './page.js';
