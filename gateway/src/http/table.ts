import { FILE_ADDRESSES } from '@kompetanse/schema/uploads'
import type { ActorHandler, BearerHandler, Route } from './routes.ts'

export interface Handlers {
  readonly graphql: ActorHandler
  /** Not where no subgraph keeps files. */
  readonly files?: ActorHandler | undefined
  /** Not where everyone is nobody. */
  readonly logout?: BearerHandler | undefined
  /** The page to try operations on, and its parts. Not in production. */
  readonly graphiql?: readonly Route[] | undefined
}

/** All that the gateway answers, the probes aside, and to whom. */
export const tableOf = ({ graphql, files, logout, graphiql = [] }: Handlers): readonly Route[] => [
  ...graphiql,
  { path: '/graphql', methods: ['GET', 'POST'], who: 'actor', answer: graphql },
  ...(logout ? [{ path: '/logout', methods: ['POST'], who: 'bearer', answer: logout } as const] : []),
  ...(files
    ? Object.values(FILE_ADDRESSES).map((at) => ({ ...at, who: 'actor', answer: files }) as const)
    : []),
]
