/** Running subgraphs and people, in front of which each gateway is put. */
export interface World {
  readonly subgraphUrls: Readonly<Record<string, string>>
  /** What our gateway needs to know of issuer and keys. */
  readonly gatewayEnv: Readonly<Record<string, string>>
  /** Access tokens of different people, for our gateway. */
  readonly bearers: readonly string[]
  /** Actor tokens of the same people, for gateways that only hand them on. */
  readonly actors: readonly string[]
  readonly ids: Readonly<Record<string, string>>
  close(): void
}
