import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { wordsOnly } from '@kompetanse/schema/process/log-details'
import type { GraphQLSchema } from 'graphql'
import type { GraphContext } from './context.ts'
import { createErrorFormatter } from './errors.ts'
import { inputPlugin } from './input/apollo-plugin.ts'
import { logger } from './log.ts'

export interface ApolloOptions {
  readonly schema: GraphQLSchema
  /** Whether nobody is to learn the schema by asking. */
  readonly production: boolean
  /** Ends the connections at the Apollo server's `stop()`. */
  readonly drain: ApolloServerPlugin
}

/**
 * Apollo's pipeline for one subgraph, not yet started. It parses and validates each text once: its own document store
 * holds the few hundred that the gateway sends all day, in 30 MB at most.
 */
export function createApollo({ schema, production, drain }: ApolloOptions): ApolloServer<GraphContext> {
  return new ApolloServer<GraphContext>({
    ...{ schema, logger: wordsOnly(logger) },
    plugins: [drain, inputPlugin(schema), ...WITHOUT],
    formatError: createErrorFormatter(logger, production),
    stringifyResult: (result) => JSON.stringify(result),
    // The gateway, which alone may ask, has the schema from the registry.
    introspection: !production,
    // It guards what a browser sends by itself, and no browser has the actor's token.
    csrfPrevention: false,
    // The gateway registers documents; here it always sends the text.
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    // The process has more to end than this server.
    stopOnTerminationSignals: false,
  })
}

/** What Apollo Server would install by itself, by the environment or by default, and a subgraph has no use for. */
const WITHOUT: readonly ApolloServerPlugin[] = [
  // Sets hints on each field, and the answers belong to one person.
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
]
