import { randomUUID } from 'node:crypto'
import { brandId, type Id } from '@kompetanse/schema/ids'
import { aPersonOf } from './actor.ts'
import { chance } from '@kompetanse/process/seeding'
import * as Y from 'yjs'
import { decideConversation } from '../conversation/domain/decide.ts'
import { loadOwn } from '../conversation/persistence/load.ts'
import { saveChanges } from '../conversation/persistence/save.ts'
import { mergeUpdate, TEXT_NAME } from '../conversation-text/domain/merge.ts'
import { database, type Tx } from '../database.ts'
import type { ConversationTextPart, Prisma } from '../generated/db/client.ts'
import { finalisedAt, slotsOf, type Slot } from './calendar.ts'
import type { Pair } from './pairs.ts'
import { placeOf, reasonOf, themeOf } from './texts.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Planned extends Slot {
  readonly id: Id<'Conversation'>
  readonly invitedById: Id<'Person'>
  readonly createdAt: Date
}

/** Months of one pair's conversations in one transaction; they are finalised by the portal's own decision. */
export async function seedConversations(pair: Pair, now: Date): Promise<void> {
  const planned = slotsOf(pair, now).map((slot) => plan(pair, slot, now))
  if (planned.length === 0) return
  await database.$transaction(
    async (tx) => {
      const texts = planned.flatMap((each) => textsOf(pair, each, now))
      await tx.conversation.createMany({ data: planned.map((each) => rowOf(pair, each)) })
      await tx.conversationHistory.createMany({ data: planned.flatMap((each) => historyOf(pair, each)) })
      await tx.conversationText.createMany({ data: texts })
      await finalise(tx, pair, planned)
    },
    { timeout: 30_000 },
  )
}

function plan({ trainee, mentor }: Pair, slot: Slot, now: Date): Planned {
  const invitedById = chance('inviter', trainee.id, slot.number) < 0.7 ? mentor.id : trainee.id
  const weeksAhead = Math.min(slot.startsAt.getTime() - 16 * DAY, now.getTime() - 2 * DAY)
  return { ...slot, id: brandId(randomUUID()), invitedById, createdAt: new Date(weeksAhead) }
}

function rowOf({ trainee, mentor }: Pair, planned: Planned): Prisma.ConversationCreateManyInput {
  const { id, invitedById, createdAt, startsAt, durationMinutes, fate, number } = planned
  return {
    ...{ id, traineeId: trainee.id, mentorId: mentor.id, invitedById, createdAt, startsAt, durationMinutes },
    status: fate === 'INVITED' || fate === 'CANCELLED' ? fate : 'PLANNED',
    reason: fate === 'CANCELLED' ? reasonOf(trainee.id, number) : null,
    place: placeOf(trainee.id),
    topics: [...themeOf(trainee.id, number).topics],
    version: fate === 'INVITED' ? 1 : fate === 'CANCELLED' ? 3 : 2,
  }
}

function historyOf({ trainee, mentor }: Pair, planned: Planned): Prisma.ConversationHistoryCreateManyInput[] {
  const { id: conversationId, invitedById, createdAt, startsAt, fate, number } = planned
  const answererId = invitedById === mentor.id ? trainee.id : mentor.id
  const entry = { conversationId, startsAt }
  const invited = {
    ...entry,
    at: createdAt,
    command: 'INVITE',
    status: 'INVITED',
    byId: invitedById,
  } as const
  if (fate === 'INVITED') return [invited]
  const answeredAt = new Date(createdAt.getTime() + 20 * HOUR)
  const accepted = {
    ...entry,
    at: answeredAt,
    command: 'ACCEPT',
    status: 'PLANNED',
    byId: answererId,
  } as const
  if (fate !== 'CANCELLED') return [invited, accepted]
  const at = new Date(startsAt.getTime() - 26 * HOUR)
  const reason = reasonOf(trainee.id, number)
  return [
    invited,
    accepted,
    { ...entry, at, command: 'CANCEL', status: 'CANCELLED', byId: answererId, reason },
  ]
}

function textsOf(
  { trainee, mentor }: Pair,
  planned: Planned,
  now: Date,
): Prisma.ConversationTextCreateManyInput[] {
  const { id: conversationId, startsAt, fate, number } = planned
  if (fate === 'CANCELLED' || fate === 'INVITED') return []
  const theme = themeOf(trainee.id, number)
  const held = fate !== 'PLANNED'
  const likely = (what: string, share: number) => chance(what, trainee.id, number) < share
  const parts: [ConversationTextPart, string, string, boolean, number][] = [
    ['TRAINEE_PREPARATION', theme.trainee, trainee.id, likely('trainee', held ? 0.8 : 0.6), -20 * HOUR],
    ['MENTOR_PREPARATION', theme.mentor, mentor.id, likely('mentor', held ? 0.7 : 0.35), -3 * HOUR],
    ['MINUTES', theme.minutes, mentor.id, held, 1.2 * HOUR],
    [
      'AGREEMENTS',
      theme.agreements,
      likely('writer', 0.5) ? trainee.id : mentor.id,
      held && fate !== 'DRAFT',
      1.3 * HOUR,
    ],
  ]
  return parts
    .filter(([, , , isThere]) => isThere)
    .map(([part, text, updatedById, , after]) => ({
      ...{ conversationId, part, text, state: stateOf(text), sequence: 1, updatedById },
      updatedAt: new Date(Math.min(startsAt.getTime() + after, now.getTime() - HOUR)),
    }))
}

/** The document of somebody who wrote this in one go. Throws when the portal would not have taken it. */
function stateOf(text: string): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc()
  doc.getText(TEXT_NAME).insert(0, text)
  const merged = mergeUpdate(null, Y.encodeStateAsUpdate(doc))
  if (merged.kind === 'refused') throw new Error(`seeding a text ended in ${merged.code}`)
  return Uint8Array.from(merged.state)
}

async function finalise(tx: Tx, { mentor }: Pair, planned: readonly Planned[]): Promise<void> {
  const ids = planned.filter(({ fate }) => fate === 'FINALISED').map(({ id }) => id)
  const found = await loadOwn(tx, ids, { actor: aPersonOf(mentor.id), now: new Date() })
  const changes = [...found.values()].map((loaded) => {
    const now = finalisedAt(loaded.row)
    const command = { name: 'FINALISE', textSequence: loaded.situation.textSequence } as const
    const decision = decideConversation(loaded.conversation, command, { ...loaded.situation, now })
    if (decision.kind === 'refused')
      throw new Error(`finalising a conversation of the demo ended in ${decision.code}`)
    return { ...loaded, ...decision }
  })
  await saveChanges(tx, changes)
}
