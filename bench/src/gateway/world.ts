import type { OperationName } from './operations.ts'

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue }

/** A person with credentials for each gateway. Tokens are short-lived, so they are made anew for each round. */
export interface Caller {
  /** For our gateway, which verifies it and resolves its actor. */
  bearer(): Promise<string>
  /** For gateways that only forward it: the token that ours would sign for subgraphs. */
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
