export { answered, answerUnion, Refused, RefusalView, RuleSourceKind, RuleSourceView, type Richer } from './answer-union.js';
export { ApiError } from './api-error.js';
export type { Variables } from './documents.js';
export { GraphqlExecutor, PolicyTable } from './engine.js';
export { GraphqlFloorModule } from './graphql.module.js';
export { limits as graphqlLimits } from './limits.js';
export { MayType, mayView } from './may.js';
export { ContextSource, perRequest } from './request.js';
export { BigIntScalar, CivilDateScalar, InstantScalar } from './scalars.js';
