import type { Prisma } from '../../generated/db/client.ts'

/** Of each who has recommended: what they said last. The newest first. */
export const newestOfEach = {
  orderBy: [{ givenAt: 'desc' }, { conversationId: 'asc' }],
  distinct: ['byId'],
} as const satisfies Prisma.LearningGoal$recommendationsArgs
