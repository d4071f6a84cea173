import type { Id } from '@kompetanse/schema/ids'
import type { RelationKind } from '@kompetanse/schema/roles'
import { NotFound, type Types } from '../../builder.ts'
import { database } from '../../database.ts'
import { mutation, mutationsOn } from '../../graph/mutation.ts'
import { IdentityRefused } from '../../graph/refusal.ts'
import { Trainee } from '../../trainee/graphql/Trainee.ts'
import { relationCommands } from '../use-cases/commands.ts'
import { registerRelation } from '../use-cases/register-relation.ts'
import { TrainingRelation } from './TrainingRelation.ts'

/** The relation and its trainee, as they are after the commit. */
const relationAndTrainee = <Parent extends { readonly id: Id<'Relation'> }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent>,
) => ({
  relation: t.prismaField({
    type: TrainingRelation,
    resolve: (query, parent) => {
      const { id } = parent as Parent
      return database.trainingRelation.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  trainee: t.prismaField({
    type: Trainee,
    resolve: (query, parent) => {
      const { id } = parent as Parent
      return database.trainee.findFirstOrThrow({ ...query, where: { relations: { some: { id } } } })
    },
  }),
})

const registers = (kind: RelationKind, name: string, description: string) =>
  mutation({
    name,
    description,
    input: (t) => ({
      traineeId: t.idOf('Person', {
        required: true,
        description: 'To whom; NotFound of whom the actor may not see.',
      }),
      personId: t.idOf('Person', {
        required: true,
        description: 'Somebody whom personSearch finds for it; PERSON_NOT_QUALIFIED of who is out of use.',
      }),
      startsOn: t.field({
        type: 'Date',
        required: true,
        description:
          'The first day. PERIOD_INVALID before the training or more than a year ahead, PERIOD_OVERLAPS before a later one of the kind.',
      }),
    }),
    refusals: [IdentityRefused, NotFound],
    perform: ({ startsOn: validFrom, ...rest }, context) =>
      registerRelation({ kind, ...rest, validFrom }, context),
    success: relationAndTrainee,
  })

registers(
  'LEADER',
  'RegisterLeader',
  "By the trainee, the leader or an administrator; the former leader's relation ends the day before (F093).",
)
registers(
  'MENTOR',
  'RegisterMentor',
  "By the trainee, the leader or an administrator; the former mentor's relation ends the day before (F045, F056, F074).",
)
registers(
  'SUPERVISOR',
  'RegisterSupervisor',
  'By the trainee, the leader or an administrator; any number at a time (F062).',
)

mutationsOn({
  id: 'relationId',
  refused: IdentityRefused,
  perform: relationCommands.perform,
  success: relationAndTrainee,
})({
  name: 'EndRelation',
  description:
    'By the leader or an administrator; a mentor or supervisor also by the trainee or by stepping down. The data stays (F093).',
  input: (t) => ({
    endsOn: t.field({
      type: 'Date',
      description:
        'The last day, one of its own and sooner than it has, or PERIOD_INVALID; none ends it at once: yesterday was its last day, and what begins today or later is cancelled.',
    }),
  }),
  command: ({ endsOn = null }) => endsOn,
})
