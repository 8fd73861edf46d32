import { Global, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { RefusalSentence, Refused } from './answer-union.js';
import { GraphqlDriver } from './driver.js';
import { GraphqlEngine, GraphqlExecutor, PolicyTable } from './engine.js';

/**
 * GraphQL for the whole application. It asks the application for two things: `Work` (global provider) and a `ContextSource`
 * (any module). Resolvers are found wherever they are registered as classes.
 */
@Global()
@Module({
  imports: [GraphQLModule.forRoot({ driver: GraphqlDriver, path: '/graphql', autoSchemaFile: true, sortSchema: true, introspection: true, buildSchemaOptions: { orphanedTypes: [Refused] } })],
  providers: [PolicyTable, GraphqlEngine, { provide: GraphqlExecutor, useExisting: GraphqlEngine }, RefusalSentence],
  exports: [GraphqlEngine, GraphqlExecutor],
})
export class GraphqlFloorModule {}
