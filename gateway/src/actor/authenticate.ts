import type { Refusal } from '../errors/refusal.ts'
import type { OperationActor } from '../operation/execute-operation.ts'

/** Who sent a request, and what subgraphs are told about it. */
export interface RequestActor extends OperationActor {
  readonly kind: 'actor'
}

/** Reads the Authorization header. Answers at once when the token and its actor are known. */
export type Authenticate = (
  authorization: string | undefined,
) => RequestActor | Refusal | Promise<RequestActor | Refusal>

/** Everyone is the same nobody, and subgraphs are told nothing: for trying a supergraph without an issuer. */
export const authenticateNobody: Authenticate = () => NOBODY

const NOBODY: RequestActor = { kind: 'actor', key: 'nobody', headers: {} }
