export { joinEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedServer } from './server.js';
export { creationOf, grantsOf, prepareCluster, roleName, roles, type Role } from './roles.js';
export { EmbeddedPostgresProblem, type ProblemCode } from './problem.js';
export { powerOfRole } from './role-power.js';
