import { replayOf } from '@kompetanse/events'
import { present } from '@kompetanse/graph'
import { conversationChanged, goalsAssessed } from '@kompetanse/schema/events/supervision'
import { assessedMessages, changedMessage, type Cause } from './conversation/persistence/messages.ts'
import { database } from './database.ts'

const lastStep = { orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }], take: 1 }

/** The events that this subgraph publishes, and how to publish all of them again. */
export const replays = [
  replayOf(
    conversationChanged,
    (page) => database.conversation.findMany({ ...page, include: { history: lastStep } }),
    ({ history: [step], ...row }) => changedMessage(row, step as Cause),
  ),
  replayOf(
    goalsAssessed,
    ({ where, ...page }) =>
      database.conversation.findMany({
        ...page,
        where: { ...where, status: 'FINALISED' },
        include: { goals: { orderBy: { position: 'asc' } } },
      }),
    ({ finalisedById, finalisedAt, ...row }) =>
      assessedMessages({ ...row, finalisedById: present(finalisedById), finalisedAt: present(finalisedAt) }),
  ),
]
