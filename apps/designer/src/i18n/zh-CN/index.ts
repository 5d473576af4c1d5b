import automation from './automation.json' with { type: 'json' };
import care from './care.json' with { type: 'json' };
import calendars from './calendars.json' with { type: 'json' };
import connect from './connect.json' with { type: 'json' };
import creating from './creating.json' with { type: 'json' };
import exporting from './exporting.json' with { type: 'json' };
import files from './files.json' with { type: 'json' };
import flow from './flow.json' with { type: 'json' };
import formula from './formula.json' with { type: 'json' };
import forms from './forms.json' with { type: 'json' };
import importing from './importing.json' with { type: 'json' };
import interfaceWords from './interface.json' with { type: 'json' };
import keeping from './keeping.json' with { type: 'json' };
import lists from './lists.json' with { type: 'json' };
import mail from './mail.json' with { type: 'json' };
import merging from './merging.json' with { type: 'json' };
import model from './model.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import platform from './platform.json' with { type: 'json' };
import search from './search.json' with { type: 'json' };
import setup from './setup.json' with { type: 'json' };
import shell from './shell.json' with { type: 'json' };
import signIn from './sign-in.json' with { type: 'json' };
import ui from './ui.json' with { type: 'json' };
import workspace from './workspace.json' with { type: 'json' };

/** One file per area of the page; a key is `area.name`. */
export const words = { automation, care, calendars, connect, creating, exporting, files, flow, formula, forms, importing, interface: interfaceWords, keeping, lists, mail, merging, model, people, platform, search, setup, shell, signIn, ui, workspace };
