import type { ServerResponse } from 'node:http'

/** Refuses a request before any GraphQL runs, in the shape that GraphQL clients read. */
export function refuse(response: ServerResponse, status: number, code: string): void {
  const body = JSON.stringify({ errors: [{ message: code, extensions: { code } }] })
  response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}
