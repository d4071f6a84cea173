/** What a trainee has of relations: who leads, mentors and supervises, and whom the actor may register. */
import { batched, pageOf } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { authorityFor } from '../../authority/persistence/authority.ts'
import { inForce } from '../../authority/persistence/in-force.ts'
import { builder, counted } from '../../builder.ts'
import { database } from '../../database.ts'
import type { TraineeFacts } from '../../trainee/domain/trainee.ts'
import { Trainee } from '../../trainee/graphql/Trainee.ts'
import { toTraineeFacts, traineeFactsSelect } from '../../trainee/persistence/facts.ts'
import { TRAINEE_COMMANDS, availableTraineeCommands } from '../domain/relation.ts'
import { TrainingRelation } from './TrainingRelation.ts'

const TraineeCommand = builder.enumType('TraineeCommand', {
  description: 'What can be done with a trainee: whom the actor may register.',
  values: TRAINEE_COMMANDS,
})

/** What permissions need of trainees: one query for a list. */
const facts = batched<Id<'Person'>, TraineeFacts>(async (ids, { now }) => {
  const rows = await database.trainee.findMany({
    where: { id: { in: ids } },
    select: traineeFactsSelect(now),
  })
  return new Map(rows.map((row) => [row.id, toTraineeFacts(row)]))
})

builder.prismaObjectFields(Trainee, (t) => {
  const today = (kind: 'LEADER' | 'MENTOR') =>
    t.field({
      type: TrainingRelation,
      nullable: true,
      description: 'Of today; null when there is none.',
      select: (_args, { now }, nested) => ({
        relations: nested({ where: { AND: [inForce(now), { kind }] }, take: 1 }),
      }),
      resolve: ({ relations }) => relations[0],
    })
  return {
    leader: today('LEADER'),
    mentor: today('MENTOR'),
    supervisors: t.relatedConnection(
      'relations',
      {
        cursor: 'id',
        totalCount: true,
        ...pageOf(20),
        query: (_args, { now }) => ({
          where: { AND: [inForce(now), { kind: 'SUPERVISOR' }] },
          orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
        }),
        description: 'Of today, who has been so longest first.',
      },
      ...counted(TrainingRelation, 'TrainingRelation'),
    ),
    availableCommands: t.field({
      type: [TraineeCommand],
      resolve: async ({ id }, _args, context) => {
        const [authority, trainee] = await Promise.all([authorityFor(context), facts(id, context)])
        return trainee ? [...availableTraineeCommands(authority, trainee)] : []
      },
    }),
  }
})
