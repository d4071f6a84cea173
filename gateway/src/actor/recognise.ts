import type { Refusal } from '../errors/refusal.ts'
import type { FindActor, KnownActor } from './actor-directory.ts'
import { invalidToken, type VerifiedBearer } from './bearer.ts'
import type { VerifyCaller } from './caller.ts'
import type { EndedSessions } from './ended-sessions.ts'
import type { Shown } from './proof/shown.ts'

export interface Recognised {
  readonly kind: 'recognised'
  readonly bearer: VerifiedBearer
  readonly known: KnownActor
}

/** Token → subject → actor: the one way in, for requests and for sockets. */
export type Recognise = (shown: Shown) => Promise<Recognised | Refusal>

export interface RecogniseParts {
  readonly verify: VerifyCaller
  readonly find: FindActor
  readonly ended: Pick<EndedSessions, 'has'>
}

export const createRecognise = ({ verify, ...parts }: RecogniseParts): Recognise => {
  const again = createRecogniseAgain(parts)
  return async (shown) => {
    const verified = verify(shown)
    const bearer = verified instanceof Promise ? await verified : verified
    return bearer.kind === 'refused' ? bearer : again(bearer)
  }
}

/** Subject → actor: of one whose token has been verified. */
export type RecogniseAgain = (bearer: VerifiedBearer) => Promise<Recognised | Refusal>

export const createRecogniseAgain =
  ({ find, ended }: Omit<RecogniseParts, 'verify'>): RecogniseAgain =>
  async (bearer) => {
    const found = find(bearer.subject)
    const known = found instanceof Promise ? await found : found
    if (known.kind === 'refused') return known
    // Checked last: the session may have ended while identity was answering.
    if (ended.has(bearer.credential)) return invalidToken('The session has ended.')
    return { kind: 'recognised', bearer, known }
  }
