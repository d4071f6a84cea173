import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { graphql, GraphQLError, parse } from 'graphql'
import { itemSdl } from './graph.ts'

interface Item {
  readonly id: string
}

const schema = buildSubgraphSchema({
  typeDefs: parse(itemSdl),
  resolvers: {
    Item: {
      __resolveReference: (item: Item) => item,
      title: ({ id }: Item) => `title of ${id}`,
      seenBy: (_: Item, __: unknown, context: unknown) => (context as { actor: string }).actor,
      failing: () => {
        throw new GraphQLError('no such value', { extensions: { code: 'NO_VALUE' } })
      },
    },
  },
})

/** Answers entity fetches over HTTP and counts them. */
export class ItemSubgraph {
  requests = 0
  /** Milliseconds that each answer takes, by request number. */
  delay: (request: number) => number = () => 0
  url = ''
  readonly #http = createServer((request, response) => {
    void this.#answer(request).then((body) =>
      response.setHeader('content-type', 'application/json').end(body),
    )
  })

  async start() {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`
  }

  stop() {
    this.#http.closeAllConnections()
    this.#http.close()
  }

  async #answer(request: IncomingMessage): Promise<string> {
    const number = ++this.requests
    const { query, variables } = JSON.parse(String(await buffer(request))) as {
      query: string
      variables: Record<string, unknown>
    }
    await new Promise((resolve) => setTimeout(resolve, this.delay(number)))
    const contextValue = { actor: request.headers['x-actor'] }
    return JSON.stringify(await graphql({ schema, source: query, variableValues: variables, contextValue }))
  }
}
