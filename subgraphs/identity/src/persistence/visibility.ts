import type { GraphContext } from '@kompetanse/graph'
import { reachOf } from '@kompetanse/directory/choosing'
import { today } from '@kompetanse/directory/day'
import { askerOf, type Asker } from '../domain/asker.ts'
import type { Prisma } from '../generated/db/client.ts'
import { database } from '../database.ts'
import { oncePerRequest } from './batch.ts'

/** In force on the day of the request. */
export function inForce(now: Date) {
  const day = today(now)
  return { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] }
}

/** Of a period with an end: today's or to come. What was ended before it began never was. */
export const notOver = (now: Date): Prisma.DeputyshipWhereInput => ({
  AND: [{ validTo: { gte: today(now) } }, { validTo: { gte: database.deputyship.fields.validFrom } }],
})

/** A machine or the gateway is no person: no relation, deputyship or person is theirs. */
const isPerson = ({ actor }: GraphContext) => actor.kind === 'person' && actor.personId !== ''

/** Who asks, with the leaders for whom the asker is deputy today. */
export const askerFor = oncePerRequest(async (context: GraphContext): Promise<Asker> => {
  const { actor, now } = context
  if (!isPerson(context)) return askerOf(actor, new Set())
  const day = today(now)
  const deputyships = await database.deputyship.findMany({
    where: { deputyId: actor.personId, validFrom: { lte: day }, validTo: { gte: day } },
    select: { leaderId: true },
  })
  return askerOf(actor, new Set([actor.personId, ...deputyships.map(({ leaderId }) => leaderId)]))
})

const NOBODY = { id: { in: [] as string[] } }
// Prisma leaves an empty condition out of an OR instead of letting it be true.
const EVERY_TRAINEE: Prisma.TraineeWhereInput = { version: { gte: 0 } }

const isSupport = ({ actor }: GraphContext) => actor.grants.some(({ role }) => role === 'SUPPORT')
const isNational = ({ actor }: GraphContext) =>
  actor.grants.some(({ role }) => role === 'DIRECTORATE' || role === 'SUPPORT')

const administered = ({ actor }: GraphContext) => ({
  enterprises: actor.grants.flatMap(({ role, enterpriseId }) =>
    role === 'LOCAL_ADMIN' && enterpriseId ? [enterpriseId] : [],
  ),
  regions: actor.grants.flatMap(({ role, regionCode }) =>
    role === 'REGIONAL_ADMIN' && regionCode ? [regionCode] : [],
  ),
})

/** Units that the asker administers. */
export function administeredUnit(context: GraphContext): Prisma.UnitWhereInput {
  const { enterprises, regions } = administered(context)
  return { OR: [{ enterpriseId: { in: enterprises } }, { enterprise: { regionCode: { in: regions } } }] }
}

/**
 * The trainees that the asker may see: oneself, those one leads (as deputy too), mentors or supervises today,
 * and those in the enterprises one administers. Support helps everybody (F108).
 */
export async function visibleTrainees(context: GraphContext): Promise<Prisma.TraineeWhereInput> {
  if (!isPerson(context)) return NOBODY
  if (isSupport(context)) return EVERY_TRAINEE
  const { personId, leadsAs } = await askerFor(context)
  return {
    OR: [
      { id: personId },
      { relations: { some: { AND: [inForce(context.now), { personId }] } } },
      {
        relations: {
          some: { AND: [inForce(context.now), { kind: 'LEADER', personId: { in: [...leadsAs] } }] },
        },
      },
      { unit: administeredUnit(context) },
    ],
  }
}

/** Whose record the asker may ask to open: nationally those of all, also for the Directorate, which sees no trainee here. */
export const openableTrainees = async (context: GraphContext): Promise<Prisma.TraineeWhereInput> =>
  isPerson(context) && isNational(context) ? EVERY_TRAINEE : visibleTrainees(context)

/** The persons whose e-mail, telephone and register number the asker may see: those one works with, or administers. */
export async function contactsOf(context: GraphContext): Promise<Prisma.PersonWhereInput> {
  if (!isPerson(context)) return NOBODY
  const trainee = await visibleTrainees(context)
  const { personId } = context.actor
  // Whom one is to stand in for is somebody to agree with; whom one stood in for once is not.
  const standing = notOver(context.now)
  return {
    OR: [
      { id: personId },
      { trainee },
      { holds: { some: { AND: [inForce(context.now), { trainee }] } } },
      { hasDeputies: { some: { deputyId: personId, ...standing } } },
      { isDeputyFor: { some: { leaderId: personId, ...standing } } },
      { unit: administeredUnit(context) },
    ],
  }
}

/** The persons whom the asker can find: the rule is `reachOf`, which the other subgraphs ask their copies by. */
export async function reachablePersons(context: GraphContext): Promise<Prisma.PersonWhereInput> {
  const reach = reachOf(context.actor, await nearEnterprises(context))
  if (!reach) return NOBODY
  if (reach.everywhere) return {}
  const enterprise = [
    { enterpriseId: { in: [...reach.enterpriseIds] } },
    { enterprise: { regionCode: { in: [...reach.regionCodes] } } },
  ]
  return { OR: [{ id: context.actor.personId }, { unit: { OR: enterprise } }] }
}

/** The enterprises of the asker and of those whom the asker has a relation to today. */
const nearEnterprises = oncePerRequest(async (context: GraphContext): Promise<string[]> => {
  if (!isPerson(context)) return []
  const { personId, leadsAs } = await askerFor(context)
  const led = { kind: 'LEADER', personId: { in: [...leadsAs] } }
  const mine = { AND: [inForce(context.now), { OR: [{ personId }, led] }] }
  const toMe = { AND: [inForce(context.now), { traineeId: personId }] }
  const near = {
    OR: [{ id: personId }, { holds: { some: toMe } }, { trainee: { relations: { some: mine } } }],
  }
  const rows = await database.enterprise.findMany({
    where: { units: { some: { persons: { some: near } } } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
})

/** The organisation chart is open to everybody who is signed in; a machine sees its region and no other. */
export function visibleEnterprises({ actor }: GraphContext): Prisma.EnterpriseWhereInput {
  if (actor.kind === 'person') return {}
  return actor.kind === 'machine' && actor.regionCode ? { regionCode: actor.regionCode } : NOBODY
}

/** Grants that the asker may see: the own ones, and those of the places one administers; all of them nationally. */
export function visibleGrants(context: GraphContext): Prisma.RoleGrantWhereInput {
  if (!isPerson(context)) return NOBODY
  if (isNational(context)) return {}
  const { enterprises, regions } = administered(context)
  return {
    OR: [
      { personId: context.actor.personId },
      { enterpriseId: { in: enterprises } },
      { enterprise: { regionCode: { in: regions } } },
      { regionCode: { in: regions } },
    ],
  }
}

/** Grants that are shown on a person's page: also who answers for a place today, which the organisation tells (F027). */
export function shownGrants(context: GraphContext): Prisma.RoleGrantWhereInput {
  // Both of these are whole answers, and an empty condition would be left out of the OR.
  if (!isPerson(context) || isNational(context)) return visibleGrants(context)
  const answersToday = { AND: [inForce(context.now), { role: { in: ['LOCAL_ADMIN', 'REGIONAL_ADMIN'] } }] }
  return { OR: [visibleGrants(context), answersToday] }
}

/** Deputyships that the asker may see: as leader, as deputy, or as administrator of the unit. */
export function visibleDeputyships(context: GraphContext): Prisma.DeputyshipWhereInput {
  if (!isPerson(context)) return NOBODY
  const { personId } = context.actor
  return { OR: [{ leaderId: personId }, { deputyId: personId }, { unit: administeredUnit(context) }] }
}
