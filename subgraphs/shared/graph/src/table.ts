import { probe, type Answer, type Probe, type Route } from './routes.ts'

export interface TableOptions {
  /** Whether its database answers; the orchestrator sends nobody here while it does not. */
  readonly isReady: () => Promise<boolean>
  /** What it answers beside the graph and the probes. */
  readonly routes?: readonly Route[]
}

/** All that a subgraph answers, and to whom. */
export const tableOf = (
  { isReady, routes = [] }: TableOptions,
  graph: Answer,
): readonly (Probe | Route)[] => [
  probe('/health', (response) => void response.writeHead(200).end('ok')),
  probe('/ready', async (response) => void response.writeHead((await isReady()) ? 200 : 503).end()),
  { path: '/graphql', methods: ['POST'], who: 'actor', answer: graph },
  ...routes,
]
