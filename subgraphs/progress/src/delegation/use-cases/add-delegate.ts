import { done, notFound, type Outcome } from '@kompetanse/command'
import { findReachable } from '@kompetanse/directory'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import type { Delegation } from '../../generated/db/client.ts'
import { decideNaming, type DelegationRefusal, type Naming } from '../domain/delegate.ts'
import { loadNaming } from '../persistence/load.ts'
import { insertDelegation } from '../persistence/save.ts'

export interface AddDelegate extends Naming {
  readonly delegateId: Id<'Person'>
}

type AddOutcome = Outcome<Delegation, DelegationRefusal>

/** The actor, a leader, names a delegate (F094, F097, F098, F100). */
export const addDelegate = (
  { delegateId, ...naming }: AddDelegate,
  context: GraphContext,
): Promise<AddOutcome> =>
  database.$transaction(async (tx): Promise<AddOutcome> => {
    const delegate = await findReachable(tx, delegateId, context)
    if (!delegate) return notFound(delegateId)
    const decision = decideNaming(naming, await loadNaming(tx, delegate, context))
    if (decision.kind === 'refused') return decision
    const parties = { leaderId: context.actor.personId, delegateId: delegate.id }
    return done(await insertDelegation(tx, parties, decision))
  })
