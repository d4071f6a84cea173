import type { ServerResponse } from 'node:http'
import type { Route } from '@kompetanse/graph'

const HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' }

export const json = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, HEADERS).end(JSON.stringify(body))

/** A route for the gateway alone: to everybody else it does not exist. */
export const forGateway =
  (method: string, answer: (address: URL, response: ServerResponse) => Promise<void>): Route =>
  async (request, response, actor) => {
    if (actor.kind !== 'gateway' || request.method !== method)
      return json(response, 404, { code: 'NOT_FOUND' })
    await answer(new URL(request.url ?? '', 'http://identity'), response)
  }
