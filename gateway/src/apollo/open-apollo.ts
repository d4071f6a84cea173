import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { wordsOnly } from '@kompetanse/schema/process/log-details'
import type { DocumentNode } from 'graphql'
import type { Graph } from '../graph/graph.ts'
import { compileOperations, type Compiled } from '../operation/compiled-operations.ts'
import { createAdmission } from '../cost/admission.ts'
import type { Turns } from '../cost/turns.ts'
import { registryOf, spellingsOf, textsByHash } from '../operation/registered-operations.ts'
import type { DocumentLimits } from '../operation/limits.ts'
import type { Subgraphs } from '../subgraph/subgraphs.ts'
import { answerOwn } from './answer-own.ts'
import { createDataSource } from './data-source.ts'
import { documentRules } from './document-rules.ts'
import { forgetting } from './forgetting.ts'
import { formatErrorOf } from './format-error.ts'
import { oneByOne } from './one-by-one.ts'
import { keepPersistedDocuments } from './persisted-documents.ts'
import { PortalGateway } from './portal-gateway.ts'
import { guarding } from './guarding.ts'
import type { RequestContext } from './request-context.ts'
import { routeOperations, type RouteOptions } from './route-operations.ts'

export type Apollo = ApolloServer<RequestContext>

export interface ApolloOptions extends RouteOptions {
  readonly subgraphs: Subgraphs
  readonly limits: DocumentLimits
  /** Called for each graph: which of its operations are registered for the compiled executor. */
  readonly compiled: () => Compiled
  /** Whether introspection is answered, and error messages suggest similar names. */
  readonly developerTools: boolean
  /** Called for each graph: the registered documents. */
  readonly registered: () => readonly DocumentNode[]
  /** The queue of operations, shared by all graphs; without it none waits. */
  readonly turns?: Turns | undefined
}

const MAX_VALIDATION_ERRORS = 20

/**
 * Plugins that Apollo Server installs by itself, by default or by the environment, and that this gateway has no use
 * for.
 */
const WITHOUT = [
  // Answers hold personal data: no proxy may cache them, so cache hints are of no use.
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
]

/**
 * Apollo Server on Apollo's gateway, for one graph and for as long as that is in force: a reload opens another, so a
 * request ends on the schema, the plans and the data sources that it began on. Throws when the supergraph is not valid.
 */
export async function openApollo(graph: Graph, options: ApolloOptions): Promise<Apollo> {
  const { subgraphs, limits, developerTools, log, turns } = options
  const logger = wordsOnly(log)
  const compiled = await compileOperations(graph, options.compiled())
  const registered = options.registered()
  const isRegistered = registryOf(registered)
  const admission = createAdmission(graph.prices, { maxCost: limits.maxCost, turns, isRegistered })
  const gateway = new PortalGateway(
    {
      supergraphSdl: graph.sdl,
      logger,
      __exposeQueryPlanExperimental: false,
      buildService: ({ name }) => createDataSource(() => subgraphs.get(graph, name), graph),
    },
    (own) => {
      const route = routeOperations(compiled, answerOwn(guarding(own, graph), graph), options)
      return oneByOne(forgetting(route, graph), graph)
    },
  )
  const server = new ApolloServer<RequestContext>({
    gateway,
    logger,
    introspection: developerTools,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    // Kept by text in `documentRules`, so that a known one is neither hashed for it nor waited for.
    documentStore: null,
    persistedQueries: { cache: keepPersistedDocuments(textsByHash(registered)) },
    parseOptions: { maxTokens: limits.maxTokens },
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    plugins: [
      ...WITHOUT,
      documentRules({ schema: graph.schema, limits, admission, spelling: spellingsOf(registered) }),
    ],
    formatError: formatErrorOf(log, developerTools),
    stringifyResult: JSON.stringify,
  })
  await server.start()
  return server
}
