import type { Id } from '@kompetanse/schema/ids'
import { grantInForce, standsIn } from '../../authority/persistence/in-force.ts'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { Deputyship } from '../../deputyship/graphql/Deputyship.ts'
import { Person } from '../../person/graphql/Person.ts'
import { RoleGrant } from '../../role-grant/graphql/RoleGrant.ts'
import { Trainee } from '../../trainee/graphql/Trainee.ts'
import { TRAINING_ROLES, trainingRolesOf, WORKSPACES, workspacesOf } from '../domain/workspaces.ts'
import { standingOf } from '../persistence/standing.ts'

const TrainingRole = builder.enumType('TrainingRole', {
  description: 'What somebody is in the training today, by relations.',
  values: TRAINING_ROLES,
})
const Workspace = builder.enumType('Workspace', { description: 'A tab of the portal.', values: WORKSPACES })

interface ViewerShape {
  readonly personId: Id<'Person'>
}

export const ViewerProfile = builder.objectRef<ViewerShape>('ViewerProfile').implement({
  description: 'Who the signed-in person is, and what the portal has for them.',
  fields: (t) => ({
    person: t.prismaField({
      type: Person,
      resolve: (query, { personId }) =>
        database.person.findUniqueOrThrow({ ...query, where: { id: personId } }),
    }),
    trainingRoles: t.field({
      type: [TrainingRole],
      description: 'From the relations of today; one person may hold several.',
      resolve: async (_viewer, _args, context) => trainingRolesOf(await standingOf(context)),
    }),
    grants: t.prismaField({
      type: [RoleGrant],
      description: 'Given by administration.',
      resolve: (query, { personId }, _args, { now }) =>
        database.roleGrant.findMany({
          ...query,
          where: { personId, ...grantInForce(now) },
          orderBy: { id: 'asc' },
        }),
    }),
    workspaces: t.field({
      type: [Workspace],
      description: 'The tabs that this person has: a tab appears with the first relation that needs it.',
      resolve: async (_viewer, _args, context) => workspacesOf(await standingOf(context)),
    }),
    deputyships: t.prismaField({
      type: [Deputyship],
      description: 'Where the viewer stands in for someone today.',
      resolve: (query, { personId: deputyId }, _args, { now }) =>
        database.deputyship.findMany({
          ...query,
          where: { deputyId, ...standsIn(now) },
          orderBy: { id: 'asc' },
        }),
    }),
  }),
})

const Viewer = builder.objectRef<ViewerShape>('Viewer').implement({
  description: "The signed-in person, each subgraph's part of it.",
  fields: (t) => ({
    personId: t.exposeID('personId', { inaccessible: true }),
    profile: t.field({
      type: ViewerProfile,
      nullable: true,
      description: 'Null of a system, which has none, and when identity is away.',
      resolve: (viewer, _args, { actor }) => (actor.kind === 'person' ? viewer : null),
    }),
    trainee: t.prismaField({
      type: Trainee,
      nullable: true,
      shareable: true,
      description: "The person's own training record; null when not a trainee.",
      resolve: (query, { personId }, _args, { actor }) =>
        actor.kind === 'person' ? database.trainee.findUnique({ ...query, where: { id: personId } }) : null,
    }),
  }),
})

builder.asEntity(Viewer, {
  key: builder.keyDirective(builder.selection<{ personId: string }>('personId'), false),
  // The gateway never fetches it as an entity: each subgraph answers `viewer` at the root.
  resolveReference: ({ personId }, { actor }) =>
    personId === actor.personId ? { personId: actor.personId } : null,
})

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    nullable: true,
    shareable: true,
    description:
      "The signed-in person (F003). Every subgraph answers its part from the actor token, so a page's parts load side by side. Null only when none of those asked could answer: then what stands beside it in the query is not lost.",
    resolve: (_root, _args, { actor }) => ({ personId: actor.personId }),
  }),
)
