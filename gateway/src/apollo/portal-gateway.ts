import { ApolloGateway, type GatewayConfig } from '@apollo/gateway'
import type { Schema } from '@apollo/federation-internals'
import { specified } from '@kompetanse/schema/scalars'
import type { GraphQLError } from 'graphql'
import { completeIntrospection } from '../graph/introspection-fields.ts'

type Loaded = Awaited<ReturnType<ApolloGateway['load']>>
/** Answers one operation that Apollo Server has parsed and validated. */
export type Executor = Loaded['executor']
export type ExecutorRequest = Parameters<Executor>[0]
export type ExecutorResult = Awaited<ReturnType<Executor>>

/** The nulls that no error explains, as Apollo's executor reports them. */
export const nullsOf = ({ extensions }: ExecutorResult): readonly GraphQLError[] | undefined =>
  extensions?.['valueCompletion'] as readonly GraphQLError[] | undefined

// No usage report may leave the gateway. Apollo's packages read this setting from the environment only.
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true'

/** Apollo's gateway, whose executor may be preceded by another: `route` is given Apollo's own and returns what is used. */
export class PortalGateway extends ApolloGateway {
  readonly #route: (own: Executor) => Executor

  constructor(config: GatewayConfig, route: (own: Executor) => Executor) {
    super(config)
    this.#route = route
  }

  override async load(options: Parameters<ApolloGateway['load']>[0]): Promise<Loaded> {
    const { schema, executor } = await super.load(options)
    completeIntrospection(Reflect.get(this, 'apiSchema') as Schema)
    // Apollo's executor answers introspection from this one.
    specified(schema)
    return { schema, executor: this.#route(executor) }
  }
}
