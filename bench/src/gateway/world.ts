import type { OperationName } from './operations.ts'

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue }

/** A person as each gateway comes to know them. Tokens live shortly, so they are made anew for each round. */
export interface Caller {
  /** For our gateway, which verifies it and finds out who it is. */
  bearer(): Promise<string>
  /** For gateways that only hand it on: what ours would tell the subgraphs. */
  actorToken(): Promise<string>
}

export interface Case {
  readonly callers: readonly Caller[]
  readonly variables: Readonly<Record<string, JsonValue>>
}

/** Running subgraphs and people, in front of which each gateway is put. */
export interface World {
  /** The subgraphs, described for the report. */
  readonly description: string
  readonly subgraphUrls: Readonly<Record<string, string>>
  /** The gateway's environment for the issuer and keys. */
  readonly gatewayEnv: Readonly<Record<string, string>>
  readonly cases: Readonly<Record<OperationName, Case>>
  close(): Promise<void>
}
