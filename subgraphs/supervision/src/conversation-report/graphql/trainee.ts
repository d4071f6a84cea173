import { today } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import { batched, keptStatuses, pageOf } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { ConversationSummary, SummaryConnection } from '../../conversation/graphql/ConversationSummary.ts'
import { ConversationStatus } from '../../conversation/graphql/enums.ts'
import { database } from '../../database.ts'
import { followedTrainees, Trainee } from '../../directory/graphql/Trainee.ts'
import { followedTrainee } from '../../directory/visibility.ts'
import type { Conversation, Prisma } from '../../generated/db/client.ts'

builder.prismaObjectField(Trainee, 'conversationSummaries', (t) =>
  t.relatedConnection(
    'conversationsAsTrainee',
    {
      type: ConversationSummary,
      cursor: 'id',
      nullable: true,
      ...pageOf(20),
      totalCount: true,
      description: 'Planned and held, newest first; none to who does not follow the supervision.',
      args: {
        status: t.arg({
          type: [ConversationStatus],
          description: 'In one of these states; in any when it is left out.',
        }),
      },
      query: ({ status }, { actor, now }) => ({
        where: {
          trainee: followedTrainee(actor, today(now)),
          ...(status && { status: { in: keptStatuses(status) } }),
        },
        orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
      }),
    },
    ...SummaryConnection,
  ),
)

/** One conversation per trainee, the first in an order; one look-up for all of a request. */
const firstOf = (where: (now: Date) => Prisma.ConversationWhereInput, direction: 'asc' | 'desc') =>
  batched<Id<'Person'>, Conversation>(async (traineeIds, { now }) => {
    const rows = await database.conversation.findMany({
      where: { traineeId: { in: traineeIds }, ...where(now) },
      distinct: ['traineeId'],
      orderBy: [{ traineeId: 'asc' }, { startsAt: direction }],
    })
    return new Map(rows.map((row) => [row.traineeId, row]))
  })

const lastHeld = firstOf(() => ({ status: 'FINALISED' }), 'desc')
const nextPlanned = firstOf(
  (now) => ({ status: { in: ['INVITED', 'PLANNED'] }, startsAt: { gte: now } }),
  'asc',
)

const summary =
  (find: typeof lastHeld) =>
  async ({ id }: { id: Id<'Person'> }, _args: object, context: GraphContext) =>
    (await followedTrainees(id, context)) ? ((await find(id, context)) ?? null) : null

builder.prismaObjectFields(Trainee, (t) => ({
  lastConversation: t.field({
    costs: 10,
    type: ConversationSummary,
    nullable: true,
    description: 'The last one that was finalised.',
    resolve: summary(lastHeld),
  }),
  nextConversation: t.field({
    costs: 10,
    type: ConversationSummary,
    nullable: true,
    description: 'The next that the two have planned, or one has invited to.',
    resolve: summary(nextPlanned),
  }),
}))
