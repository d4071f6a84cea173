import type { Actor } from '@kompetanse/schema/actor-token'
import type { DocumentNode } from 'graphql'
import { createActorDirectory } from './actor/actor-directory.ts'
import { createAskIdentity } from './actor/ask-identity.ts'
import { createActorSigner, createAuthenticate } from './actor/authenticate-bearer.ts'
import { authenticateNobody } from './actor/authenticate.ts'
import { invalidToken, type VerifiedBearer } from './actor/bearer.ts'
import type { VerifyCaller } from './actor/caller.ts'
import { followChanges } from './actor/changes/follow-changes.ts'
import { createHearing } from './actor/changes/hear-changes.ts'
import { createOpenLines } from './actor/changes/identity-lines.ts'
import { endsUntil, tellSessionEnded } from './actor/end-session.ts'
import { createEndedSessions } from './actor/ended-sessions.ts'
import { createRecognise, createRecogniseAgain } from './actor/recognise.ts'
import type { Turns } from './cost/turns.ts'
import type { GraphSource } from './graph/graph-source.ts'
import { createLogoutHandler } from './http/logout-handler.ts'
import type { BearerHandler, Checks } from './http/routes.ts'
import type { Logger } from './process/log.ts'
import { subscriptionsOf } from './subscriptions/from-gateway.ts'
import type { Subscriptions } from './subscriptions/index.ts'
import type { Subgraphs } from './subgraph/subgraphs.ts'

/** How what a caller shows is verified, and how an actor is signed for subgraphs. */
export interface Credentials {
  readonly verify: VerifyCaller
  readonly sign: (actor: Actor) => Promise<string>
}

/** Authentication of callers, and the end of their sessions. */
export interface Access {
  readonly checks: Checks
  readonly subscriptions?: Subscriptions
  readonly logout?: BearerHandler
  close(): void
}

export interface AccessOptions {
  readonly credentials: Credentials
  readonly graphs: GraphSource
  readonly subgraphs: Subgraphs
  /** Each person's line, and what is not paid for in it. */
  readonly turns: Turns | undefined
  readonly registered: () => readonly DocumentNode[]
  readonly log: Logger
}

/** Without authentication: every caller is anonymous, and subscriptions are refused. */
export const accessOfNobody: Access = {
  checks: { actor: authenticateNobody, bearer: () => invalidToken() },
  close: () => undefined,
}

/** Authenticates by access tokens and by identity's actors, until one of them changes. */
export function createAccess(options: AccessOptions): Access {
  const { credentials, graphs, subgraphs, turns, registered, log } = options
  const { verify } = credentials
  const sign = createActorSigner(credentials.sign)
  const identityOptions = { identity: () => subgraphs.named('identity'), sign }
  const directory = createActorDirectory(createAskIdentity(identityOptions), log)
  const ended = createEndedSessions()
  const { find } = directory
  const recognise = createRecognise({ verify, find, ended })
  const subscriptions = subscriptionsOf({
    ...{ graphs, subgraphs, recognise, find, ended, sign, turns, registered, log },
  })
  const hearing = createHearing({ directory, ended, recheck: subscriptions.recheck })

  async function endSession(bearer: VerifiedBearer) {
    const ended = { credential: bearer.credential, until: endsUntil(bearer) }
    hearing.change({ kind: 'session', ...ended })
    await tellSessionEnded(identityOptions, ended)
  }

  return {
    checks: {
      actor: createAuthenticate({
        ...{ recognise, sign, again: createRecogniseAgain({ find, ended }) },
        forget: (personId) => directory.forget(personId),
      }),
      bearer: verify,
    },
    subscriptions,
    logout: createLogoutHandler({ endSession, log }),
    close: followChanges(createOpenLines(identityOptions), hearing, log),
  }
}
