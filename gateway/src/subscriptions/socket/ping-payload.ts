/** What a ping or a pong of the protocol may carry. */
export type PingPayload = Readonly<Record<string, unknown>> | undefined

/** Whether a ping or a pong brings a fresh token. */
export const bringsToken = (payload: PingPayload): payload is Readonly<Record<string, unknown>> =>
  typeof payload?.['authorization'] === 'string'
