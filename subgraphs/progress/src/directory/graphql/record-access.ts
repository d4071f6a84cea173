import { administeredTrainee, nearTrainee, openedRecords, readableTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import { batchedById, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { Trainee } from './Trainee.ts'

const trainees = (where: (context: GraphContext) => Prisma.PersonWhereInput) =>
  batchedById<'Person', true>(async (ids, context) => {
    const rows = await database.person.findMany({
      where: { id: { in: ids }, AND: where(context) },
      select: { id: true },
    })
    return new Map(rows.map(({ id }) => [id, true]))
  })

const near = trainees(({ actor, now }) => nearTrainee(actor, today(now)))
const readable = trainees(({ actor, now }) => readableTrainee(actor, now))
const administered = trainees(({ actor }) => administeredTrainee(actor))

const RecordAccessState = builder.enumType('RecordAccessState', {
  description: 'Whether the texts and files of a trainee’s record are open to the actor.',
  values: {
    OPEN: { description: 'To the trainee, to leader and mentor, and to who stands in for the leader.' },
    OPENED: { description: 'By the actor, for a reason and a time.' },
    CLOSED: {
      description: 'Plans, states and figures; the texts and files only of what was sent to the actor.',
    },
  } as const,
})

const RecordAccess = builder.objectRef<{ readonly id: Id<'Person'> }>('RecordAccess').implement({
  description: 'How much of a trainee’s record the actor may read (B32).',
  fields: (t) => ({
    state: t.field({
      type: RecordAccessState,
      resolve: async ({ id }, _args, context) => {
        if (await near(id, context)) return 'OPEN'
        return (await readable(id, context)) ? 'OPENED' : 'CLOSED'
      },
    }),
    closesAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it closes again; null unless OPENED.',
      resolve: async ({ id }, _args, context) =>
        (await readable(id, context)) && !(await near(id, context))
          ? (openedRecords(context.actor, context.now).get(id) ?? null)
          : null,
    }),
    mayOpen: t.boolean({
      description: 'Whether openRecord would open it, as long as it is CLOSED.',
      resolve: async ({ id }, _args, context) => (await administered(id, context)) ?? false,
    }),
  }),
})

builder.prismaObjectField(Trainee, 'recordAccess', (t) =>
  t.field({
    type: RecordAccess,
    nullable: true,
    description:
      'How much of the record the actor may read; null when progress is away or the trainee is not the actor’s to see.',
    resolve: ({ id }) => ({ id }),
  }),
)
