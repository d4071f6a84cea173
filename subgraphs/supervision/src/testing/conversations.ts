/** What the two do with conversations, as tests say it: each sends the document that the page sends. */
import { commandOf } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import * as Y from 'yjs'
import { database } from '../database.ts'
import { PREPARATIONS } from '../reading/domain/preparation.ts'
import { NOON, type TestGraph } from './graph.ts'

export interface ConversationState {
  readonly id: string
  readonly status: string
  readonly version: number
  readonly startsAt: string
  readonly availableCommands: readonly string[]
}

export interface Answer {
  readonly __typename: string
  readonly code?: string
  readonly conversation?: ConversationState | null
  readonly conversations?: readonly ConversationState[]
  readonly text?: { readonly text: string; readonly state: string; readonly sequence: number }
  readonly expectedVersion?: number
  readonly currentVersion?: number
}

const STATE = 'id status version startsAt availableCommands'
const SERIES = [
  'inviteToConversation',
  'acceptConversationInvitation',
  'declineConversationInvitation',
  'cancelConversation',
]

const MAKING = ['inviteToConversation', 'recordHeldConversation']
/** They take no version, so none is stale. */
const TEXTS = ['writeConversationText', 'sharePreparation']

const successOf = (command: string) =>
  `conversation { ${STATE} } ${SERIES.includes(command) ? `conversations { ${STATE} }` : ''}
   ${command === 'writeConversationText' ? 'text { text state sequence }' : ''}`
const othersOf = (command: string) =>
  `... on NotFound { id } ${
    MAKING.includes(command)
      ? '... on ConversationRefused { code }'
      : `... on ConversationRefused { code current { ${STATE} } } ${
          TEXTS.includes(command) ? '' : '... on StaleVersion { expectedVersion currentVersion }'
        }`
  }`

/** A Thursday at 14.00 in Oslo, nine days after NOON. */
export const THURSDAY = '2026-09-24T12:00:00.000Z'
/** When that conversation is over. */
export const AFTER = new Date('2026-09-24T14:00:00Z')

export const conversationActs = (graph: TestGraph) => {
  const send = async (actor: Actor, mutation: string, input: object, now = NOON): Promise<Answer> => {
    const document = commandOf(mutation, successOf(mutation), othersOf(mutation))
    return (await graph.ask<{ answer: Answer }>(actor, document, { input }, now)).answer
  }

  const invite = (actor: Actor, traineeId: string, rest: object = {}, now = NOON) => {
    const input = {
      traineeId,
      startsAt: THURSDAY,
      durationMinutes: 90,
      place: 'Kontoret',
      topics: ['Vakt'],
      ...rest,
    }
    return send(actor, 'inviteToConversation', input, now)
  }

  const writesRead = async (actor: Actor, id: string, now: Date): Promise<number> => {
    const query = 'query ($id: ID!) { supervisionConversation(id: $id) { textSequence } }'
    const data = await graph.ask<Record<string, { textSequence: number } | null>>(actor, query, { id }, now)
    return data['supervisionConversation']?.textSequence ?? 0
  }

  /** Sends a command with the version and the texts that are current, unless the input says otherwise. */
  const act = async (
    actor: Actor,
    mutation: string,
    input: { readonly conversationId: string; readonly [key: string]: unknown },
    now = NOON,
  ): Promise<Answer> => {
    const row = await database.conversation.findUniqueOrThrow({ where: { id: input.conversationId } })
    const seen =
      mutation === 'finaliseConversation' ? { textSequence: await writesRead(actor, row.id, now) } : {}
    return send(actor, mutation, { expectedVersion: row.version, ...seen, ...input }, now)
  }

  /** Writes as a browser does: opens the state that the server has, types, and sends what it typed. */
  const write = async (
    actor: Actor,
    conversationId: string,
    text: string,
    part: 'MINUTES' | 'AGREEMENTS' | 'PREPARATION' = 'MINUTES',
  ): Promise<Answer> => {
    const update = updateOf(await stateOf(actor, conversationId, part), (shared) =>
      shared.insert(shared.length, text),
    )
    return send(actor, 'writeConversationText', { conversationId, part, update })
  }

  const stateOf = async (
    { personId }: Actor,
    conversationId: string,
    part: 'MINUTES' | 'AGREEMENTS' | 'PREPARATION',
  ): Promise<Uint8Array | null> => {
    const own = { part: { in: [...PREPARATIONS] }, updatedById: personId }
    const where = { conversationId, ...(part === 'PREPARATION' ? own : { part }) }
    return (await database.conversationText.findFirst({ where }))?.state ?? null
  }

  /** Invited by the mentor and accepted by the trainee. */
  const planned = async (mentor: Actor, trainee: Actor, rest: object = {}): Promise<string> => {
    const { conversation } = await invite(mentor, trainee.personId, rest)
    const conversationId = conversation?.id ?? ''
    await act(trainee, 'acceptConversationInvitation', { conversationId })
    return conversationId
  }

  /** Planned, held, written about and finalised. */
  const finalised = async (mentor: Actor, trainee: Actor, rest: object = {}): Promise<string> => {
    const conversationId = await planned(mentor, trainee, rest)
    await write(mentor, conversationId, 'Vi snakket om vakt.')
    await act(mentor, 'finaliseConversation', { conversationId }, AFTER)
    return conversationId
  }

  return { send, invite, act, write, planned, finalised }
}

/** Finalises what is planned, with record, history and hours, in a few statements however many. */
export const finaliseAll = (ids: readonly string[]) =>
  database.$transaction([
    database.$executeRaw`
      INSERT INTO conversation_record (id, conversation_id, trainee_id, by_id, role, at, content, digest)
      SELECT gen_random_uuid(), id, trainee_id, mentor_id, 'MENTOR', starts_at, content,
        encode(sha256(convert_to(content, 'UTF8')), 'hex')
      FROM conversation c, jsonb_set(content_of(c), '{version}', to_jsonb(version)) said, CAST(said AS text) content
      WHERE id = ANY(${ids}::uuid[])`,
    database.$executeRaw`
      INSERT INTO conversation_history (id, conversation_id, at, command, status, by_id, starts_at, digest)
      SELECT gen_random_uuid(), c.id, r.at, 'FINALISE', 'FINALISED', r.by_id, starts_at, r.digest
      FROM conversation c JOIN conversation_record r ON r.conversation_id = c.id WHERE c.id = ANY(${ids}::uuid[])`,
    database.$executeRaw`
      INSERT INTO guidance_entry (id, trainee_id, "on", minutes, kind, conversation_id, recorded_by_id, recorded_at)
      SELECT gen_random_uuid(), trainee_id, oslo_day(starts_at), duration_minutes, 'CONVERSATION', id, mentor_id, starts_at
      FROM conversation WHERE id = ANY(${ids}::uuid[])`,
    database.$executeRaw`
      UPDATE conversation c SET status = 'FINALISED', version = version + 1, finalised_by_id = r.by_id,
        finalised_at = r.at, digest = r.digest
      FROM conversation_record r WHERE r.conversation_id = c.id AND c.id = ANY(${ids}::uuid[])`,
  ])

/** Base64 of what somebody writes who has this state open. */
export function updateOf(state: Uint8Array | string | null, work: (text: Y.Text) => void): string {
  const doc = new Y.Doc()
  if (state) Y.applyUpdate(doc, typeof state === 'string' ? Buffer.from(state, 'base64') : state)
  const had = Y.encodeStateVector(doc)
  work(doc.getText('text'))
  return Buffer.from(Y.encodeStateAsUpdate(doc, had)).toString('base64')
}
