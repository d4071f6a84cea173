import type { Refusal } from '../errors/refusal.ts'
import type { OperationActor } from '../operation/operation-run.ts'
import type { Shown } from './proof/shown.ts'

/** Who sent a request, and what subgraphs get of it. */
export interface RequestActor extends OperationActor {
  readonly kind: 'actor'
}

/** Finds out who sent a request by what came with it. */
export type Authenticate = (shown: Shown) => RequestActor | Refusal | Promise<RequestActor | Refusal>

/** Everyone is the same nobody, and subgraphs get no actor: for trying a supergraph without an issuer. */
export const authenticateNobody: Authenticate = () => NOBODY

const NOBODY: RequestActor = {
  kind: 'actor',
  key: 'nobody',
  person: 'nobody',
  headers: {},
  maySend: 'anything',
}
