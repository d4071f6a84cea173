import { pageOf } from '@kompetanse/graph'
import type { GraphContext } from '@kompetanse/graph'
import { today } from '@kompetanse/directory/day'
import type { Role } from '../domain/codes.ts'
import { grantableScopes } from '../domain/grant.ts'
import type { Enterprise as EnterpriseRow, Region as RegionRow } from '../generated/db/client.ts'
import { asId } from '../outcome.ts'
import { oncePerRequest } from '../persistence/batch.ts'
import {
  administeredUnit,
  askerFor,
  inForce,
  notOver,
  reachablePersons,
  shownGrants,
  visibleDeputyships,
  visibleTrainees,
} from '../persistence/visibility.ts'
import { database } from '../database.ts'
import { builder, RoleEnum } from './builder.ts'
import { Enterprise, Region, Unit } from './Organisation.ts'
import { Person } from './Person.ts'
import { Trainee } from './Trainee.ts'
import { TrainingRelation } from './TrainingRelation.ts'

interface Offer {
  readonly role: Role
  readonly region: RegionRow | null
  readonly enterprise: EnterpriseRow | null
}

const RoleOffer = builder.objectRef<Offer>('RoleOffer').implement({
  description: 'A role that the actor may give, and in what scope: what grantRole takes.',
  fields: (t) => ({
    role: t.expose('role', { type: RoleEnum }),
    region: t.expose('region', { type: Region, nullable: true }),
    enterprise: t.expose('enterprise', { type: Enterprise, nullable: true }),
  }),
})

/** All that the asker may give, to whomever. */
const offersOf = oncePerRequest(async (context): Promise<Offer[]> => {
  const [asker, regions, enterprises] = await Promise.all([
    askerFor(context),
    database.region.findMany({ orderBy: { position: 'asc' } }),
    database.enterprise.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
  ])
  const scopes = grantableScopes(asker, { enterprises, regionCodes: regions.map(({ code }) => code) })
  return scopes.map(({ role, regionCode, enterprise }) => ({
    role,
    region: regions.find(({ code }) => code === regionCode) ?? null,
    enterprise: enterprises.find(({ id }) => id === enterprise?.id) ?? null,
  }))
})

const heldBy = async (personId: string, context: GraphContext) => ({
  AND: [inForce(context.now), { personId, trainee: await visibleTrainees(context) }],
})

const PersonRecord = builder.prismaObject('Person', {
  variant: 'PersonRecord',
  description: "A person's roles, relations and deputyships, as far as the actor may see each of them.",
  fields: (t) => ({
    person: t.variant(Person),
    active: t.exposeBoolean('active'),
    trainee: t.prismaField({
      type: Trainee,
      nullable: true,
      resolve: async (query, { id }, _args, context) =>
        database.trainee.findFirst({ ...query, where: { AND: [{ id }, await visibleTrainees(context)] } }),
    }),
    grants: t.relation('grants', {
      description:
        'In force or to come. Who answers for a place today is shown to all, the rest to those above or beside.',
      query: (_args, context) => ({
        where: {
          AND: [
            { revokedAt: null, OR: [{ validTo: null }, { validTo: { gte: today(context.now) } }] },
            shownGrants(context),
          ],
        },
        orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
      }),
    }),
    roleOffers: t.field({
      type: [RoleOffer],
      description: 'What the actor may give this person; nobody gives oneself a role.',
      resolve: ({ id, active }, _args, context) =>
        active && id !== context.actor.personId ? offersOf(context) : [],
    }),
    trainees: t.prismaConnection(
      {
        type: TrainingRelation,
        cursor: 'id',
        ...pageOf(50, 100),
        description: 'Whom the person leads, mentors or supervises today.',
        totalCount: async ({ id }, _args, context) =>
          database.trainingRelation.count({ where: await heldBy(id, context) }),
        resolve: async (query, { id }, _args, context) =>
          database.trainingRelation.findMany({
            ...query,
            where: await heldBy(id, context),
            orderBy: [{ kind: 'asc' }, { id: 'asc' }],
          }),
      },
      { name: 'PersonTraineeConnection' },
      { name: 'PersonTraineeEdge' },
    ),
    deputies: t.relation('hasDeputies', {
      description: 'Who stands in for the person, today or later.',
      query: (_args, context) => ({
        where: { AND: [notOver(context.now), visibleDeputyships(context)] },
        orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
      }),
    }),
    deputyFor: t.relation('isDeputyFor', {
      description: 'For whom the person stands in, today or later.',
      query: (_args, context) => ({
        where: { AND: [notOver(context.now), visibleDeputyships(context)] },
        orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
      }),
    }),
    deputyUnits: t.prismaField({
      type: [Unit],
      description: 'The units that the person leads, where the actor may appoint a deputy (F012).',
      resolve: (query, { id }, _args, context) => {
        const relation = { AND: [inForce(context.now), { kind: 'LEADER', personId: id }] }
        const leads = { OR: [{ leaderId: id }, { trainees: { some: { relations: { some: relation } } } }] }
        const where = id === context.actor.personId ? leads : { AND: [leads, administeredUnit(context)] }
        return database.unit.findMany({ ...query, where, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
      },
    }),
  }),
})

builder.queryField('personRecord', (t) =>
  t.prismaField({
    type: PersonRecord,
    nullable: true,
    description: 'The page of a person whom the actor can find by personSearch; null for others (F026).',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id }, context) =>
      database.person.findFirst({
        ...query,
        where: { AND: [{ id: asId(id) }, await reachablePersons(context)] },
      }),
  }),
)
