// The built packages: what the pages say is what runs.
import { pathToFileURL } from 'node:url';
import { inRoot } from '../prepare/paths.mjs';

export const loadPackage = (name) => import(pathToFileURL(inRoot('packages', name, 'dist/index.js')).href);
