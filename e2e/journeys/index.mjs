import { journey as access } from './access.mjs';
import { journey as approve } from './approve.mjs';
import { journey as appsAndSandboxes } from './apps-and-sandboxes.mjs';
import { journey as buttons } from './buttons.mjs';
import { journey as connect } from './connect.mjs';
import { journey as crawl } from './crawl.mjs';
import { journey as designObject } from './design-object.mjs';
import { journey as endUser } from './end-user.mjs';
import { journey as exportAll } from './export.mjs';
import { journey as files } from './files.mjs';
import { journey as formulaAndRollup } from './formula-and-rollup.mjs';
import { journey as forms } from './forms.mjs';
import { journey as importOrders, northwindJourney } from './import.mjs';
import { journey as invite } from './invite.mjs';
import { journey as layouts } from './layouts.mjs';
import { journey as looks } from './looks.mjs';
import { journey as picklistsAndRules } from './picklists-and-rules.mjs';
import { journey as privacy } from './privacy.mjs';
import { journey as run } from './run.mjs';
import { journey as schemaMap } from './schema-map.mjs';
import { journey as secondStep } from './second-step.mjs';
import { journey as share } from './share.mjs';
import { journey as signIn } from './sign-in.mjs';
import { journey as simulate } from './simulate.mjs';
import { journey as singleSignOn } from './single-sign-on.mjs';

/** In order: each finds what the ones before it left behind. */
export const journeys = [signIn, secondStep, connect, designObject, formulaAndRollup, picklistsAndRules, schemaMap, approve, share, run, importOrders, simulate, northwindJourney, endUser, forms, exportAll, files, layouts, appsAndSandboxes, buttons, invite, access, singleSignOn, privacy, looks, crawl];
