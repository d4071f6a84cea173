import { ApolloGateway, type GatewayConfig } from '@apollo/gateway'

type Loaded = Awaited<ReturnType<ApolloGateway['load']>>
/** Answers one operation that Apollo Server has parsed and validated. */
export type Executor = Loaded['executor']
export type ExecutorRequest = Parameters<Executor>[0]
export type ExecutorResult = Awaited<ReturnType<Executor>>

// Nobody outside is told how this gateway is used. Apollo's packages ask the environment, and only there.
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
    return { schema, executor: this.#route(executor) }
  }
}
