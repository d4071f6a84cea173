import { FILE_ADDRESSES } from '@kompetanse/schema/uploads'
import type { ActorHandler, BearerHandler, Route } from './routes.ts'

export interface Handlers {
  readonly graphql: ActorHandler
  /** Without a subgraph that keeps files: undefined. */
  readonly files?: ActorHandler | undefined
  /** Without authentication: undefined. */
  readonly logout?: BearerHandler | undefined
  /** The pages of GraphiQL; undefined in production. */
  readonly graphiql?: readonly Route[] | undefined
}

/** The routing table of the gateway, without the probes: each address, and who may call it. */
export const tableOf = ({ graphql, files, logout, graphiql = [] }: Handlers): readonly Route[] => [
  ...graphiql,
  { path: '/graphql', methods: ['GET', 'POST'], who: 'actor', answer: graphql },
  ...(logout ? [{ path: '/logout', methods: ['POST'], who: 'bearer', answer: logout } as const] : []),
  ...(files
    ? Object.values(FILE_ADDRESSES).map((at) => ({ ...at, who: 'actor', answer: files }) as const)
    : []),
]
