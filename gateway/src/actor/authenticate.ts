import type { Refusal } from '../errors/refusal.ts'
import type { OperationActor } from '../operation/operation-run.ts'
import type { Shown } from './proof/shown.ts'

/** The sender of a request, with the headers for subgraphs. */
export interface RequestActor extends OperationActor {
  readonly kind: 'actor'
}

/** Authenticates the sender of a request by its credentials. */
export type Authenticate = (shown: Shown) => RequestActor | Refusal | Promise<RequestActor | Refusal>

/** Every caller is anonymous, and subgraphs get no actor: to try a supergraph without an issuer. */
export const authenticateNobody: Authenticate = () => NOBODY

const NOBODY: RequestActor = {
  kind: 'actor',
  key: 'nobody',
  person: 'nobody',
  headers: {},
  maySend: 'anything',
}
