import automation from './automation.json';
import forms from './forms.json';
import importing from './importing.json';
import setup from './setup.json';
import shell from './shell.json';
import signIn from './sign-in.json';
import ui from './ui.json';
import workspace from './workspace.json';

/** One file per area of the page; a key is `area.name`. */
export const words = { automation, forms, importing, setup, shell, signIn, ui, workspace };
