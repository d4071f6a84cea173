import type { ServerResponse } from 'node:http'
import type { Route } from '@kompetanse/graph'
import { pathTo, type RouteForGateway } from '@kompetanse/schema/identity-for-gateway'

const HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' }

export const json = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, HEADERS).end(JSON.stringify(body))

/** A route for the gateway alone: to everybody else it does not exist. */
export const forGateway = (
  method: string,
  route: RouteForGateway,
  answer: (address: URL, response: ServerResponse) => Promise<void>,
): Route => ({
  ...{ path: pathTo(route), methods: [method], who: 'gateway' },
  answer: ({ url = '' }, response) => answer(new URL(url, 'http://identity'), response),
})
