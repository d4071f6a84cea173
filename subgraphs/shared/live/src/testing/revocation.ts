/** For tests: what becomes of an open stream when the right by which it is heard ends. */
import { setTimeout as sleep } from 'node:timers/promises'
import { onDeputyship, onRelation } from '@kompetanse/directory'
import { directoryOf, type Circle } from '@kompetanse/directory/testing'
import { subscribe } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { RELATION_KINDS } from '@kompetanse/schema/roles'
import { getNamedType, isEnumType, isNonNullType, type GraphQLSchema } from 'graphql'
import { settled } from './settled.ts'

type Database = Parameters<typeof directoryOf>[0]

/** What a subgraph knows of by itself. Roles and being in use end at the gateway, which closes the socket. */
export const RIGHTS = [...RELATION_KINDS, 'DEPUTYSHIP'] as const
export type Right = (typeof RIGHTS)[number]

/**
 * What a right is to a live field. ENDS: it opens it, and its end is the end of it. KEEPS: it goes on, since the field is
 * open by something else. NEVER: it opens nothing there.
 */
export type Effect = 'ENDS' | 'KEEPS' | 'NEVER'

export interface LiveField {
  /** `name`, or `name(scope: VALUE)` for each value of an enum that it takes. */
  readonly key: string
  readonly document: (id: string) => string
}

/** Every live field of a schema. */
export function liveFields(schema: GraphQLSchema): LiveField[] {
  const fields = Object.values(schema.getSubscriptionType()?.getFields() ?? {})
  return fields.flatMap(({ name, args }) => {
    const ids = args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
    const choices = args.flatMap(({ name: arg, type }) => {
      const named = getNamedType(type)
      return isEnumType(named) ? named.getValues().map((value) => `${arg}: ${value.name}`) : []
    })
    return (choices.length > 0 ? choices : ['']).map((choice) => ({
      key: choice ? `${name}(${choice})` : name,
      document: (id: string) => {
        const given = [...ids.map((arg) => `${arg.name}: "${id}"`), choice].filter(Boolean).join(', ')
        return `subscription { ${name}${given && `(${given})`} { __typename } }`
      },
    }))
  })
}

/** Everybody around a trainee, and how to end what one of them is. */
export async function aCircleOf(database: Database) {
  const circle = await directoryOf(database).aCircle()
  const { trainee, leader, deputy, mentor, supervisor } = circle
  const holders: Record<Right, Actor> = {
    LEADER: leader,
    MENTOR: mentor,
    SUPERVISOR: supervisor,
    DEPUTYSHIP: deputy,
  }
  return {
    circle,
    holders,
    /** As the event of identity that says so does; the last day is long gone. */
    async end(right: Right) {
      const over = { validFrom: '2026-01-01', validTo: '2026-01-31', cancelledAt: null, version: 2 }
      if (right === 'DEPUTYSHIP') {
        const ids = { leader_id: leader.personId, deputy_id: deputy.personId }
        const deputyshipId = await idOf(database, 'deputyship', ids)
        await onDeputyship(database, {
          ...{ deputyshipId, leaderId: leader.personId, deputyId: deputy.personId },
          ...over,
        })
      } else {
        const personId = holders[right].personId
        const ids = { trainee_id: trainee.personId, person_id: personId }
        const relationId = await idOf(database, 'relation', ids)
        await onRelation(database, {
          ...{ relationId, kind: right, traineeId: trainee.personId, personId },
          ...over,
        })
      }
    },
  }
}

async function idOf(database: Database, table: string, ids: Record<string, string>): Promise<string> {
  const columns = Object.keys(ids).map((name, at) => `${name} = $${at + 1}`)
  const { rows } = await database.query<{ id: string }>(
    `SELECT id FROM ${table} WHERE ${columns.join(' AND ')}`,
    Object.values(ids),
  )
  return rows[0]?.id ?? ''
}

export interface Happening {
  /** Of the live field that is tried. */
  readonly key: string
  readonly circle: Circle
  readonly listener: Actor
  /** The id that the field is queried with. */
  readonly subject: string
}

export interface Trial {
  readonly schema: GraphQLSchema
  readonly database: Database
  /** The id that a field is queried with; the trainee's when left out. */
  readonly subject?: (circle: Circle) => Promise<string>
  /** Something happens of which everybody who may listen gets an event. */
  readonly happen: (happening: Happening) => Promise<unknown>
}

const EVERY_MS = 200
/** Within which nothing more may be heard, with time to spare for the events to come here. */
const SOON_MS = 2_000
/** Within which something is heard, if it ever is: a busy machine takes its time. */
const LATE_MS = 5_000

/** Listens by one right alone while things happen, ends it, and says what it was to the field. */
export async function effectOf({ key, document }: LiveField, right: Right, trial: Trial): Promise<Effect> {
  const { circle, holders, end } = await aCircleOf(trial.database)
  const listener = holders[right]
  const subject = (await trial.subject?.(circle)) ?? circle.trainee.personId
  await settled(trial.database)
  const heard = await listen(trial.schema, listener, document(subject))
  const happenFor = async (ms: number, isEnough = () => false) => {
    for (const until = Date.now() + ms; Date.now() < until && !isEnough(); await sleep(EVERY_MS))
      await trial.happen({ key, circle, listener, subject })
  }
  await happenFor(LATE_MS, () => heard.count() > 1)
  const before = heard.count()
  await end(right)
  await happenFor(SOON_MS)
  const soon = heard.count()
  await happenFor(before === 0 ? EVERY_MS : LATE_MS, () => heard.count() > soon)
  const later = heard.count()
  await heard.stop()
  if (before === 0 && later > 0) throw new Error(`${key}: heard by ${right} once that had ended`)
  if (before === 0) return 'NEVER'
  return later > soon ? 'KEEPS' : 'ENDS'
}

async function listen(schema: GraphQLSchema, actor: Actor, query: string) {
  let count = 0
  const stream = await subscribe(schema, { actor, query })
  if (!stream) return { count: () => 0, stop: async () => undefined }
  const reading = (async () => {
    for await (const { errors } of stream) {
      if (errors?.[0]) throw errors[0]
      count++
    }
  })()
  return {
    count: () => count,
    async stop() {
      await stream.return?.()
      await reading
    },
  }
}
