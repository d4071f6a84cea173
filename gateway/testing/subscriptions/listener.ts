import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql'
import { createClient, type Client } from 'graphql-ws'
import { WebSocket } from 'ws'

type Event = FormattedExecutionResult<Record<string, unknown>, { cursor?: string }>

export interface Closing {
  readonly code: number
  readonly reason: string
}

const errorsOf = (error: unknown): readonly GraphQLFormattedError[] =>
  Array.isArray(error) ? (error as GraphQLFormattedError[]) : []

/** What one subscription has brought so far. */
export class Listener {
  readonly events: Event[] = []
  errors: readonly GraphQLFormattedError[] | null = null
  closing: Closing | null = null
  completed = false
  readonly #dispose: () => void

  constructor(client: Client, query: string, variables: Record<string, unknown>) {
    this.#dispose = client.subscribe(
      { query, variables },
      {
        next: (event) => this.events.push(event as Event),
        error: (error) => {
          this.errors = errorsOf(error)
          if (this.errors.length === 0) this.closing = error as Closing
        },
        complete: () => (this.completed = true),
      },
    )
  }

  stop() {
    this.#dispose()
  }

  get code(): unknown {
    return this.errors?.[0]?.extensions?.['code']
  }

  get cursor(): string | undefined {
    return this.events.at(-1)?.extensions?.cursor
  }

  /** The numbers of the events, whatever the alias of the root field. */
  get numbers(): unknown[] {
    return this.events.map(
      ({ data }) => (Object.values(data ?? {})[0] as { number?: number } | undefined)?.number,
    )
  }
}

export const connect = (url: string, bearer: string | null): Client =>
  createClient({
    url,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazyCloseTimeout: 0,
    onNonLazyError: () => {},
    ...(bearer !== null && { connectionParams: { authorization: `Bearer ${bearer}` } }),
  })
