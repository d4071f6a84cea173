import { keyOf, personOf } from './key-of.ts'
import { ACTOR_HEADER, type Actor } from '@kompetanse/schema/actor-token'
import type { Refusal } from '../errors/refusal.ts'
import type { Authenticate, RequestActor } from './authenticate.ts'
import type { Recognise, RecogniseAgain, Recognised } from './recognise.ts'
import type { Shown } from './proof/shown.ts'

/** Milliseconds for which one signed actor token is used: well within its lifetime. */
const SIGNED_MS = 30_000

interface Signed {
  readonly token: Promise<string>
  readonly until: number
}

/** Signs an actor once per period. Keyed by the object: an actor that is fetched anew is signed anew. */
export function createActorSigner(sign: (actor: Actor) => Promise<string>) {
  const signed = new WeakMap<Actor, Signed>()
  return (actor: Actor): Promise<string> => {
    const known = signed.get(actor)
    if (known && known.until > Date.now()) return known.token
    const token = sign(actor)
    signed.set(actor, { token, until: Date.now() + SIGNED_MS })
    return token
  }
}

interface AuthenticateParts {
  readonly recognise: Recognise
  readonly again: RecogniseAgain
  readonly sign: (actor: Actor) => Promise<string>
  readonly forget: (personId: string) => void
}

/**
 * The sender of a request → what subgraphs get of it. The token itself goes no further than this, and neither does any header that came
 * with it.
 */
export function createAuthenticate({ recognise, again, sign, forget }: AuthenticateParts): Authenticate {
  return async (shown: Shown) => asActor(await recognise(shown))

  async function asActor(recognised: Recognised | Refusal): Promise<RequestActor | Refusal> {
    if (recognised.kind === 'refused') return recognised
    const { bearer, known } = recognised
    const { actor } = known
    const { maySend } = bearer
    return {
      kind: 'actor',
      key: keyOf(actor),
      person: personOf(actor),
      headers: { [ACTOR_HEADER]: await sign(actor) },
      maySend,
      forget: () => forget(actor.personId),
      again: async () => asActor(await again(bearer)),
    }
  }
}
