import { done, type Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import type { SeriesRule } from '../../series/domain/series.ts'
import { timesOf } from '../../series/use-cases/times.ts'
import type { Agenda, ConversationRefusal, Time } from '../domain/conversation.ts'
import { decideMaking } from '../domain/decide-making.ts'
import { createConversations, type How } from '../persistence/create.ts'
import { findPair } from '../persistence/pair.ts'

export interface Invitation extends Time, Agenda {
  readonly traineeId: Id<'Person'>
  readonly repeat: SeriesRule | null
}

interface Made {
  /** Of the first. */
  readonly id: Id<'Conversation'>
  readonly ids: readonly Id<'Conversation'>[]
}

type MakingOutcome = Outcome<Made, ConversationRefusal>

/** The trainee or the mentor invites the other, to one conversation or to a series (F017, F046, F058). */
export const invite = (invitation: Invitation, context: GraphContext): Promise<MakingOutcome> =>
  make(invitation, context, { command: 'INVITE', status: 'INVITED' })

/**
 * Either writes down a conversation that was held without an invitation, no more than a year ago. It needs no
 * answer, for only the mentor finalises it.
 */
export const recordHeld = (held: Omit<Invitation, 'repeat'>, context: GraphContext): Promise<MakingOutcome> =>
  make({ ...held, repeat: null }, context, { command: 'RECORD_HELD', status: 'PLANNED' })

function make(invitation: Invitation, context: GraphContext, how: How): Promise<MakingOutcome> {
  const { traineeId, repeat, startsAt } = invitation
  return database.$transaction(async (tx): Promise<MakingOutcome> => {
    const pair = await findPair(tx, traineeId, context)
    if (pair.kind !== 'done') return pair
    const times = repeat ? timesOf(repeat, startsAt) : [startsAt]
    const { now } = context
    const decision = decideMaking(invitation, { command: how.command, times, now })
    if (decision.kind === 'refused') return decision
    const made = { ...invitation, ...pair.value, times: decision.times }
    const ids = await createConversations(tx, { ...made, how, now })
    const [id] = ids
    if (!id) throw new Error('a conversation that was made has an id')
    return done({ id, ids })
  })
}
