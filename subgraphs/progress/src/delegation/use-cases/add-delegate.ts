import { findReachable, running } from '@kompetanse/directory'
import { dateColumn, dayOf, osloDay, today } from '@kompetanse/directory/day'
import { done, notFound, type Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database, type Tx } from '../../database.ts'
import type { Delegation } from '../../generated/db/client.ts'
import { decideNaming, type DelegationRefusal, type Naming } from '../domain/delegate.ts'

export interface AddDelegate extends Naming {
  readonly delegateId: Id<'Person'>
}

type AddOutcome = Outcome<Delegation, DelegationRefusal>

/** The actor, a leader, names a delegate (F094, F097, F098, F100). */
export function addDelegate(
  { delegateId, ...naming }: AddDelegate,
  context: GraphContext,
): Promise<AddOutcome> {
  const { actor, now } = context
  const leaderId = actor.personId
  return database.$transaction(async (tx): Promise<AddOutcome> => {
    const delegate = await findReachable(tx, delegateId, context)
    if (!delegate) return notFound(delegateId)
    // Two at once by one leader wait for each other, so that none is named twice.
    await tx.$queryRaw`SELECT id FROM directory_person WHERE id = ${leaderId}::uuid FOR UPDATE`
    const decision = decideNaming(naming, {
      actorId: leaderId,
      delegate,
      leads: await leads(tx, leaderId, today(now)),
      today: osloDay(now),
      running: await periods(tx, leaderId, delegate.id),
    })
    if (decision.kind === 'refused') return decision
    const { guideline, validFrom, validTo } = decision
    const period = {
      validFrom: dateColumn(validFrom),
      validTo: validTo === null ? null : dateColumn(validTo),
    }
    const data = { leaderId, delegateId: delegate.id, guideline, ...period }
    return done(await tx.delegation.create({ data }))
  })
}

const leads = async (tx: Tx, personId: Id<'Person'>, day: Date): Promise<boolean> =>
  (await tx.relation.findFirst({ where: { personId, kind: 'LEADER', ...running(day) } })) !== null

async function periods(tx: Tx, leaderId: Id<'Person'>, delegateId: Id<'Person'>) {
  const rows = await tx.delegation.findMany({ where: { leaderId, delegateId, cancelledAt: null } })
  return rows.map(({ validFrom, validTo }) => ({
    validFrom: dayOf(validFrom),
    validTo: validTo && dayOf(validTo),
  }))
}
