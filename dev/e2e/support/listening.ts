import type { Page } from '@playwright/test'
import { operationsOf } from '@kompetanse/schema/documents/read-documents'
import { documentHash } from '@kompetanse/schema/documents/sent-document'
import { parse } from 'graphql'

/** The state of an open socket of a window. */
export interface Listening {
  /** How many events have come. */
  events(): Promise<number>
  /** How the socket was closed; null while it lives. */
  closed(): Promise<number | null>
}

interface Heard {
  events: number
  closed: number | null
}

/** One of the web's operations as its pages send it: by its hash. */
function payloadOf(operation: string, variables: object): object {
  const text = operationsOf('web').get(operation)
  if (text === undefined) throw new Error(`the web has no ${operation}`)
  const persistedQuery = { version: 1, sha256Hash: documentHash(parse(text)) }
  return { query: '', variables, extensions: { persistedQuery } }
}

/** Opens a socket as the portal's pages do, with the session of the window, and listens on it. */
export async function listening(page: Page, operation: string, variables: object = {}): Promise<Listening> {
  const heard = await page.evaluateHandle(
    async (payload): Promise<Heard> => {
      const heard: Heard = { events: 0, closed: null }
      const socket = new WebSocket(`ws://${location.host}/graphql`, 'graphql-transport-ws')
      const say = (message: object) => socket.send(JSON.stringify(message))
      const acknowledged = Promise.withResolvers<void>()
      socket.onopen = () => say({ type: 'connection_init' })
      socket.onclose = ({ code }) => (heard.closed = code)
      socket.onmessage = ({ data }) => {
        const { type } = JSON.parse(String(data)) as { type: string }
        if (type === 'connection_ack') acknowledged.resolve()
        if (type === 'ping') say({ type: 'pong' })
        if (type === 'next') heard.events += 1
      }
      await acknowledged.promise
      say({ id: '1', type: 'subscribe', payload })
      return heard
    },
    payloadOf(operation, variables),
  )
  return {
    events: () => heard.evaluate(({ events }) => events),
    closed: () => heard.evaluate(({ closed }) => closed),
  }
}
