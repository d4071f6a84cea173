import { pageOf, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { administeredUnit } from '../../authority/persistence/authority.ts'
import { grantNotOver, inForce, notOver } from '../../authority/persistence/in-force.ts'
import { builder, counted } from '../../builder.ts'
import { database } from '../../database.ts'
import { visibleDeputyships } from '../../deputyship/persistence/visible.ts'
import { Unit } from '../../organisation/graphql/Organisation.ts'
import { Person } from '../../person/graphql/Person.ts'
import { reachablePersons } from '../../person/persistence/reach.ts'
import { TrainingRelation } from '../../relation/graphql/TrainingRelation.ts'
import { shownGrants } from '../../role-grant/persistence/visible.ts'
import { Trainee } from '../../trainee/graphql/Trainee.ts'
import { visibleTrainees } from '../../trainee/persistence/visible.ts'
import { offersOf, RoleOffer } from './role-offers.ts'

const heldBy = async (personId: Id<'Person'>, context: GraphContext) => ({
  AND: [inForce(context.now), { personId, trainee: await visibleTrainees(context) }],
})

const PersonRecord = builder.prismaObject('Person', {
  variant: 'PersonRecord',
  description: "A person's roles, relations and deputyships, as far as the actor may see each of them.",
  fields: (t) => ({
    person: t.variant(Person),
    active: t.exposeBoolean('active', {
      description: 'False of who has left: then nothing is given or registered any more.',
    }),
    trainee: t.prismaField({
      type: Trainee,
      nullable: true,
      description: 'The person’s own training; null of who is no trainee, or when the actor may not see it.',
      resolve: async (query, { id }, _args, context) =>
        database.trainee.findFirst({ ...query, where: { AND: [{ id }, await visibleTrainees(context)] } }),
    }),
    grants: t.relation('grants', {
      description:
        'In force or to come. Who answers for a place today is shown to all, the rest to those above or beside.',
      query: (_args, context) => ({
        where: {
          AND: [grantNotOver(context.now), shownGrants(context)],
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
        ...pageOf(50),
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
      ...counted(TrainingRelation, 'PersonTrainee'),
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
    args: { id: t.arg.idOf('Person', { required: true, description: 'Of the person.' }) },
    resolve: async (query, _root, { id }, context) =>
      database.person.findFirst({
        ...query,
        where: { AND: [{ id: id }, await reachablePersons(context)] },
      }),
  }),
)
