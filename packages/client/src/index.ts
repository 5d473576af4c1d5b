export { createClient, type Client, type ClientSettings } from './client.js';
export type { ObjectMap, ObjectNames, OrderBy, Page, PageRequest } from './object-map.js';
export { RequestFailed, type RequestProblem } from './request-failed.js';
