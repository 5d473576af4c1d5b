export { camelCase } from '@guanxi/field-types';
export * from './database-names.js';
export { graphqlNames, valueName, type GraphQLNames } from './graphql-names.js';
export { LONGEST_NAME, fieldNameFault, isQueryField, listNameFault, objectNameFault } from './name-rules.js';
export { pluralize } from './pluralize.js';
export { routeSegment } from './route-names.js';
export { snakeCase } from './snake-case.js';
